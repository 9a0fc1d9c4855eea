import type { Step } from "#contract/step.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { countryOptions } from "#web/app/countries.ts";
import { RecordField, TextFact } from "#web/app/record-field.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { destinationText } from "#web/catalogue/product-words.ts";
import { FactsList } from "#web/kit/facts-list.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import type { PartEdits } from "#web/step/use-parts.ts";
import styles from "#web/app/record-field.module.css";

type Described = Pick<Step, "publicName" | "destination" | "notes" | "publicText">;
type FactsProps = { readonly part: Described; readonly edits: PartEdits };

export function PublicNameFact({ part, edits }: FactsProps) {
  const { field } = useAllSpoken().words.catalogue.part;
  return (
    <TextFact
      edits={edits}
      name="publicName"
      label={field.publicName}
      value={part.publicName}
      maxLength={200}
      changeOf={(publicName) => ({ publicName })}
    />
  );
}

export function NotesFact({ part, edits }: FactsProps) {
  const { field } = useAllSpoken().words.catalogue.part;
  return (
    <TextFact edits={edits} name="notes" label={field.notes} value={part.notes} maxLength={5000} isLong changeOf={(notes) => ({ notes })} />
  );
}

export function PlaceFact({ part, edits }: FactsProps) {
  const { words, locale } = useAllSpoken();
  const { field } = words.catalogue.part;
  return (
    <RecordField
      edits={edits}
      name="destination"
      label={field.destination}
      value={part.destination}
      textOf={(destination) => destinationText(destination, locale)}
      changeOf={({ country, place }) => ({ destination: { country, place: place?.trim() || null } })}
      editor={({ draft, change }) => (
        <div className={styles.address}>
          <TextField
            label={field.place}
            autoFocus
            value={draft.place ?? ""}
            onChange={(place) => change({ ...draft, place })}
            maxLength={120}
          />
          <ChoiceField
            label={field.country}
            options={countryOptions(locale)}
            value={draft.country}
            onChange={(country) => change({ ...draft, country })}
            onClear={() => change({ ...draft, country: null })}
          />
        </div>
      )}
    />
  );
}

const LANGUAGES = ["fr", "en", "it"] as const;

/** What the client reads, in each language an agency sells in. */
export function TextsPanel({ part, edits }: FactsProps) {
  const { field } = useAllSpoken().words.catalogue.part;
  return (
    <Panel title={field.texts}>
      <FactsList>
        {LANGUAGES.map((language) => (
          <TextFact
            key={language}
            edits={edits}
            name={`publicText/${language}`}
            label={field[language]}
            value={part.publicText[language]}
            maxLength={10_000}
            isLong
            changeOf={(text) => ({ publicText: { [language]: text } })}
          />
        ))}
      </FactsList>
    </Panel>
  );
}
