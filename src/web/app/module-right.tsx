import type { ReactNode } from "react";
import type { Module } from "#domain/shared/actor.ts";
import { useMay, useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { NoRight } from "#web/kit/no-right.tsx";
import { Page } from "#web/kit/page.tsx";
import styles from "#web/app/record-page.module.css";

type ModuleRightProps = {
  readonly module: Module;
  readonly title: string;
  /** "to the contacts", as the sentence says it. */
  readonly what: string;
  readonly children: ReactNode;
};

/** The screens of a module; who may not see it is told whom to ask, even by an address somebody sent. */
export function ModuleRight({ module, title, what, children }: ModuleRightProps) {
  const { words, locale } = useSpoken();
  const { administrators } = useMe();
  const may = useMay(module, "read");
  if (may) return children;
  return (
    <Page title={title}>
      <div className={styles.content}>
        <NoRight title={words.common.noRight({ what, administrators: new Intl.ListFormat(locale).format(administrators) })} />
      </div>
    </Page>
  );
}
