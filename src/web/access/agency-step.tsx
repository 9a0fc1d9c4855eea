import { useMemo, useState } from "react";
import { LOCALES } from "#domain/shared/actor.ts";
import { FirstPipeline } from "#web/access/first-pipeline.tsx";
import { withCountry, type Answers } from "#web/access/welcome-answers.ts";
import { SellsField } from "#web/access/sells-field.tsx";
import type { WelcomeStepProps } from "#web/access/welcome-step-props.ts";
import { ApiProblem } from "#web/api/api.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { countryOptions, currencyOptions, timeZoneOptions } from "#web/app/countries.ts";
import { LANGUAGE_NAMES, speak } from "#web/app/language.ts";
import { LogoField } from "#web/app/logo-field.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import styles from "#web/access/welcome-page.module.css";

const LANGUAGES = LOCALES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }));

export function AgencyStep({ answers, onChange, wrong, problem }: WelcomeStepProps) {
  const { locale, words } = useAllSpoken();
  const { welcome } = words.access;
  const { agency } = answers;
  const [now] = useState(() => new Date());
  const choices = useMemo(
    () => ({ countries: countryOptions(locale), currencies: currencyOptions(locale), zones: timeZoneOptions(locale, now) }),
    [locale, now],
  );
  const set = (change: Partial<Answers["agency"]>) => onChange({ ...answers, agency: { ...agency, ...change } });
  const errorOf = (field: string) => (problem instanceof ApiProblem ? problem.fieldError(`agency/${field}`) : undefined);
  return (
    <>
      <TextField
        label={welcome.name}
        hint={welcome.nameHint}
        autoComplete="organization"
        value={agency.name}
        onChange={(name) => set({ name })}
        error={wrong["agency/name"] ?? errorOf("name")}
        autoFocus
      />
      <div className={styles.pair}>
        <ChoiceField
          label={welcome.country}
          options={choices.countries}
          value={agency.country}
          onChange={(country) => set(withCountry(agency, country))}
          error={errorOf("country")}
        />
        <ChoiceField
          label={welcome.currency}
          hint={welcome.currencyHint}
          options={choices.currencies}
          value={agency.currency}
          onChange={(currency) => set({ currency })}
          error={errorOf("currency")}
        />
        <ChoiceField
          label={welcome.timezone}
          options={choices.zones}
          value={agency.timezone}
          onChange={(timezone) => set({ timezone })}
          error={errorOf("timezone")}
        />
        <Select
          label={welcome.documents}
          options={LANGUAGES}
          value={agency.language}
          onChange={(id) => {
            const language = LOCALES.find((one) => one === id) ?? locale;
            set({ language });
            void speak(language);
          }}
        />
      </div>
      <LogoField picture={agency.logo} onChange={(logo) => set({ logo })} error={errorOf("logo")} />
      <SellsField value={agency.sells} onChange={(sells) => set({ sells })} error={wrong["agency/sells"]} />
      <FirstPipeline />
    </>
  );
}
