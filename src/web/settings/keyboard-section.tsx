import { useMe } from "#web/app/me.ts";
import { useEditMe } from "#web/app/use-edit-me.ts";
import { useAllWords } from "#web/app/words.ts";
import { Panel } from "#web/kit/panel.tsx";
import { ShortcutsList } from "#web/kit/shortcuts-sheet.tsx";
import { Switch } from "#web/kit/switch.tsx";
import { Section } from "#web/settings/section.tsx";
import styles from "#web/settings/section.module.css";

/** Single keys may be switched off (WCAG 2.1.4), and are listed. */
export function KeyboardSection() {
  const { settings } = useAllWords();
  const { keyboard: say } = settings;
  const me = useMe();
  const edit = useEditMe();
  return (
    <Section title={settings.section.keyboard}>
      <Panel title={say.title} isFlush>
        <div className={styles.row}>
          <div>
            <p className={styles.name}>{say.singleKeys}</p>
            <p className={styles.hint}>{say.singleKeysHint}</p>
          </div>
          <Switch
            label={say.singleKeys}
            hidesLabel
            stateWord={me.singleKeys ? say.on : say.off}
            isSelected={me.singleKeys}
            onChange={(singleKeys) => edit({ singleKeys })}
          />
        </div>
      </Panel>
      <Panel title={say.list}>
        <p className={`${styles.hint} ${styles.above}`}>{say.listHint}</p>
        <ShortcutsList />
      </Panel>
    </Section>
  );
}
