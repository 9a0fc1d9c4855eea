import { useMemo, useState } from "react";
import { LOCALES } from "#domain/shared/actor.ts";
import { ApiProblem } from "#web/api/api.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { countryOptions, currencyOptions, timeZoneOptions } from "#web/app/countries.ts";
import { LANGUAGE_NAMES } from "#web/app/language.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { LogoField } from "#web/app/logo-field.tsx";
import { useMay } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Panel } from "#web/kit/panel.tsx";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { DefaultRatePanel } from "#web/settings/default-rate-panel.tsx";
import { Section } from "#web/settings/section.tsx";
import { useEditWorkspace, useWorkspace, type Workspace } from "#web/settings/use-edit-workspace.ts";
import styles from "#web/settings/section.module.css";

const LANGUAGES = LOCALES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }));
const LOGO = "/api/v1/workspace/logo";

/** Every change is saved at once. */
export function AgencySection() {
  const { words } = useAllSpoken();
  const workspace = useWorkspace();
  return (
    <Section title={words.settings.section.agency} isOfAgency>
      <Loaded query={workspace} label={words.settings.loading}>
        {(data) => (
          <>
            <IdentityPanel workspace={data} />
            <DefaultRatePanel workspace={data} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function IdentityPanel({ workspace }: { workspace: Workspace }) {
  const { locale, words } = useAllSpoken();
  const { agency, readOnly } = words.settings;
  const canEdit = useMay("settings", "write");
  const edit = useEditWorkspace();
  const [now] = useState(() => new Date());
  const choices = useMemo(
    () => ({ countries: countryOptions(locale), currencies: currencyOptions(locale), zones: timeZoneOptions(locale, now) }),
    [locale, now],
  );
  const problem = edit.error instanceof ApiProblem ? edit.error : undefined;
  const refusal = canEdit ? {} : { disabledReason: readOnly };
  return (
    <Panel title={agency.identity}>
      <div className={styles.fields}>
        <NameField name={workspace.name} onSave={(name) => edit.mutate({ name })} canEdit={canEdit} error={problem?.fieldError("name")} />
        <ChoiceField
          {...refusal}
          label={agency.country}
          options={choices.countries}
          value={workspace.country}
          onChange={(country) => edit.mutate({ country })}
        />
        <ChoiceField
          {...refusal}
          label={agency.timezone}
          hint={agency.timezoneHint}
          options={choices.zones}
          value={workspace.timezone}
          onChange={(timezone) => edit.mutate({ timezone })}
          error={problem?.fieldError("timezone")}
        />
        <Select
          {...refusal}
          label={agency.language}
          hint={agency.languageHint}
          options={LANGUAGES}
          value={workspace.language}
          onChange={(id) => edit.mutate({ language: LOCALES.find((one) => one === id) ?? workspace.language })}
        />
        <TextField
          label={agency.currency}
          hint={agency.currencyHint}
          value={choices.currencies.find(({ id }) => id === workspace.currency)?.label ?? workspace.currency}
          onChange={() => undefined}
          isReadOnly
        />
        {canEdit && (
          <LogoField
            picture={workspace.hasLogo ? `${LOGO}?version=${workspace.version}` : null}
            onChange={(logo) => edit.mutate({ logo })}
            error={problem?.fieldError("logo")}
            isSaving={edit.isPending && edit.variables.logo !== undefined}
          />
        )}
      </div>
    </Panel>
  );
}

type NameFieldProps = { name: string; onSave: (name: string) => void; canEdit: boolean; error: string | undefined };

function NameField({ name, onSave, canEdit, error }: NameFieldProps) {
  const { words } = useAllSpoken();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? name;
  const isEmpty = text.trim() === "";
  function save() {
    if (isEmpty) return;
    if (text.trim() !== name) onSave(text.trim());
    setTyped(undefined);
  }
  return (
    <TextField
      label={words.settings.agency.name}
      value={text}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => event.key === "Enter" && save()}
      maxLength={120}
      isReadOnly={!canEdit}
      error={isEmpty ? words.common.required : error}
    />
  );
}
