import type { ReactNode } from "react";
import { useMe } from "#web/app/me.ts";
import { useAllWords } from "#web/app/words.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Page } from "#web/kit/page.tsx";
import { sectionGroups, type SectionName } from "#web/settings/settings-sections.ts";
import styles from "#web/settings/settings-frame.module.css";

type SettingsFrameProps = {
  current: SectionName | undefined;
  /** What is shown has a heading of its own; there is none where nothing was found. */
  hasHeading?: boolean;
  children: ReactNode;
};

/** The settings' own menu at the left (a select on phone), a section beside it. */
export function SettingsFrame({ current, hasHeading = true, children }: SettingsFrameProps) {
  const { settings } = useAllWords();
  return (
    <Page title={settings.title} hasOwnHeading={hasHeading}>
      <div className={styles.columns}>
        <SettingsNav current={current} />
        <div className={styles.content}>{children}</div>
      </div>
    </Page>
  );
}

function SettingsNav({ current }: { current: SectionName | undefined }) {
  const { settings } = useAllWords();
  const { navigate } = useSurroundings();
  const groups = sectionGroups(useMe());
  return (
    <>
      <nav aria-label={settings.nav} className={styles.nav}>
        {groups.map(({ id, sections }) => (
          <section key={id} aria-labelledby={`settings-${id}`}>
            <h2 id={`settings-${id}`} className={styles.group}>
              {settings[id]}
            </h2>
            <ul>
              {sections.map((section) => (
                <li key={section}>
                  <Link href={`/settings/${section}`} look="bare" isCurrent={section === current} className={styles.item}>
                    {settings.section[section]}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div className={styles.select}>
        <select aria-label={settings.nav} value={current ?? ""} onChange={(event) => navigate(`/settings/${event.target.value}`)}>
          {current === undefined && <option value="">{settings.title}</option>}
          {groups.map(({ id, sections }) => (
            <optgroup key={id} label={settings[id]}>
              {sections.map((section) => (
                <option key={section} value={section}>
                  {settings.section[section]}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
    </>
  );
}
