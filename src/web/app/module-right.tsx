import type { ReactNode } from "react";
import type { Module } from "#domain/shared/actor.ts";
import { useMay, useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { NoRight } from "#web/kit/no-right.tsx";
import { Page } from "#web/kit/page.tsx";
import styles from "#web/app/record-page.module.css";

type RightPageProps = {
  readonly may: boolean;
  readonly title: string;
  /** "to the contacts", as the sentence says it. */
  readonly what: string;
  readonly children: ReactNode;
};

type ModuleRightProps = Omit<RightPageProps, "may"> & { readonly module: Module };

/** The screens of a module. */
export function ModuleRight({ module, ...page }: ModuleRightProps) {
  return <RightPage {...page} may={useMay(module, "read")} />;
}

/** Who may not see a screen is told whom to ask, even by an address somebody sent. */
export function RightPage({ may, title, what, children }: RightPageProps) {
  const { words, locale } = useSpoken();
  const { administrators } = useMe();
  if (may) return children;
  return (
    <Page title={title}>
      <div className={styles.content}>
        <NoRight title={words.common.noRight({ what, administrators: new Intl.ListFormat(locale).format(administrators) })} />
      </div>
    </Page>
  );
}
