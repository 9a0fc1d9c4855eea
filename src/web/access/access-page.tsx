import { useEffect, type ReactNode } from "react";
import { LOCALES } from "#domain/shared/actor.ts";
import { LANGUAGE_NAMES, speak } from "#web/app/language.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { LiveRegions } from "#web/kit/announce.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { Brand } from "#web/kit/route-motif.tsx";
import { Select } from "#web/kit/select.tsx";
import { ToastRegion } from "#web/kit/toast.tsx";
import styles from "#web/access/access-page.module.css";

type AccessPageProps = {
  /** Of the tab of the browser. */
  title: string;
  /** wide: two columns of their own (welcome) */
  isWide?: boolean;
  children: ReactNode;
};

const LANGUAGES = LOCALES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }));

/** A screen outside the frame: the mark, the choice of language, one thing to do. */
export function AccessPage({ title, isWide = false, children }: AccessPageProps) {
  const { locale, words } = useAllSpoken();
  useEffect(() => {
    document.title = `${title} · ${words.shell.name}`;
  }, [title, words]);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Brand name={words.shell.name} />
        <Select
          label={words.access.language}
          hidesLabel
          options={LANGUAGES}
          value={locale}
          onChange={(id) => void speak(LOCALES.find((one) => one === id) ?? locale)}
          className={styles.language}
        />
      </header>
      <main className={classNames(styles.main, isWide && styles.wide)}>{children}</main>
      <footer className={styles.footer}>{words.access.software}</footer>
      <ToastRegion />
      <LiveRegions />
    </div>
  );
}

type AccessCardProps = { title: string; text?: ReactNode; children: ReactNode };

export function AccessCard({ title, text, children }: AccessCardProps) {
  return (
    <section className={styles.card}>
      <h1 className={styles.title}>{title}</h1>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {children}
    </section>
  );
}
