import { useState } from "react";
import { LOCALES } from "#domain/shared/actor.ts";
import { LANGUAGE_NAMES } from "#web/app/language.ts";
import { useMe } from "#web/app/me.ts";
import { useEditMe } from "#web/app/use-edit-me.ts";
import { useAllWords } from "#web/app/words.ts";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Segmented } from "#web/kit/segmented.tsx";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { Section } from "#web/settings/section.tsx";
import styles from "#web/settings/section.module.css";

const LANGUAGES = LOCALES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }));

/** Every change is saved at once. */
export function MeSection() {
  const { settings, people } = useAllWords();
  const me = useMe();
  return (
    <Section title={settings.section.me}>
      <Panel title={settings.me.profile}>
        <div className={styles.fields}>
          <NameField />
          <FactsList>
            <Fact label={settings.me.email}>{me.email}</Fact>
            <Fact label={settings.me.role}>{people.role[me.role]}</Fact>
            <Fact label={settings.me.teams}>{me.teams.map(({ name }) => name).join(", ") || settings.me.noTeam}</Fact>
          </FactsList>
        </div>
      </Panel>
      <Panel title={settings.me.preferences} isFlush>
        <Preferences />
      </Panel>
    </Section>
  );
}

function NameField() {
  const { settings, common } = useAllWords();
  const me = useMe();
  const edit = useEditMe();
  const [typed, setTyped] = useState<string>();
  const name = typed ?? me.name;
  const isEmpty = name.trim() === "";
  function save() {
    if (isEmpty) return;
    if (name.trim() !== me.name) edit({ name: name.trim() });
    setTyped(undefined);
  }
  return (
    <TextField
      label={settings.me.name}
      value={name}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => event.key === "Enter" && save()}
      maxLength={120}
      autoComplete="name"
      error={isEmpty ? common.required : undefined}
    />
  );
}

function Preferences() {
  const { settings, shell } = useAllWords();
  const { menu } = shell;
  const me = useMe();
  const edit = useEditMe();
  const themes = (["system", "light", "dark"] as const).map((id) => ({ id, label: menu[id] }));
  const densities = (["standard", "compact"] as const).map((id) => ({ id, label: menu[id] }));
  return (
    <div className={styles.rows}>
      <div className={styles.row}>
        <span className={styles.name}>{settings.me.language}</span>
        <Select
          label={settings.me.language}
          hidesLabel
          options={LANGUAGES}
          value={me.language}
          onChange={(id) => edit({ language: LOCALES.find((one) => one === id) ?? me.language })}
        />
      </div>
      <div className={styles.row}>
        <span className={styles.name}>{settings.me.theme}</span>
        <Segmented
          label={settings.me.theme}
          options={themes}
          value={me.theme}
          onChange={(id) => edit({ theme: themes.find((one) => one.id === id)?.id ?? "system" })}
        />
      </div>
      <div className={styles.row}>
        <span className={styles.name}>{settings.me.density}</span>
        <Segmented
          label={settings.me.density}
          options={densities}
          value={me.density}
          onChange={(id) => edit({ density: id === "compact" ? "compact" : "standard" })}
        />
      </div>
    </div>
  );
}
