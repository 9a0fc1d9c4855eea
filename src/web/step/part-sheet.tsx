import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { STEP_KINDS, type StepKind } from "#domain/step/step.ts";
import { ask } from "#web/api/api.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { countryOptions } from "#web/app/countries.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { RecordSheet } from "#web/contact/record-sheet.tsx";
import { useCreateRecord } from "#web/contact/use-create-record.ts";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import styles from "#web/contact/alike.module.css";

type NewPart = {
  readonly name: string;
  readonly publicName: string;
  readonly kind: StepKind;
  readonly place: string;
  readonly country: string | null;
};
const BLANK: NewPart = { name: "", publicName: "", kind: "day", place: "", country: null };

/** A new step or trip template: only its name is needed. */
export function PartSheet({ of }: { of: "step" | "template" }) {
  const { words, locale } = useAllSpoken();
  const { part, steps, templates } = words.catalogue;
  const say = (of === "step" ? steps : templates).create;
  const navigate = useNavigate();
  const [values, setValues] = useState(BLANK);
  const [isAsked, setIsAsked] = useState(false);
  const set = (change: Partial<NewPart>): void => setValues((before) => ({ ...before, ...change }));
  const create = useCreateRecord(
    ({ id }) => navigate({ to: of === "step" ? "/steps/$id" : "/trip-templates/$id", params: { id } }),
    say.created,
  );
  const isNameless = values.name.trim() === "";
  const submit = (): void => {
    setIsAsked(true);
    if (isNameless) return;
    const { kind, country } = values;
    const body = {
      name: values.name.trim(),
      publicName: values.publicName.trim() || null,
      destination: { country, place: values.place.trim() || null },
    };
    void create.run(() => (of === "step" ? ask("createStep", { body: { ...body, kind } }) : ask("createTripTemplate", { body })));
  };
  return (
    <RecordSheet
      title={say.title}
      note={say.note}
      submitLabel={say.submit}
      onSubmit={submit}
      isPending={create.isPending}
      isStarted={JSON.stringify({ ...values, name: "" }) !== JSON.stringify(BLANK)}
    >
      <TextField
        label={part.field.name}
        autoFocus
        value={values.name}
        onChange={(name) => set({ name })}
        maxLength={200}
        error={isAsked && isNameless ? part.nameRequired : create.problem?.fieldError("name")}
      />
      <TextField
        label={part.field.publicName}
        isOptional
        value={values.publicName}
        onChange={(publicName) => set({ publicName })}
        maxLength={200}
        error={create.problem?.fieldError("publicName")}
      />
      {of === "step" && (
        <Select
          label={part.field.kind}
          options={STEP_KINDS.map((id) => ({ id, label: part.kind[id] }))}
          value={values.kind}
          onChange={(id) => set({ kind: id as StepKind })}
        />
      )}
      <div className={styles.two}>
        <TextField
          label={part.field.place}
          isOptional
          value={values.place}
          onChange={(place) => set({ place })}
          maxLength={120}
          error={create.problem?.fieldError("destination/place")}
        />
        <ChoiceField
          label={part.field.country}
          isOptional
          options={countryOptions(locale)}
          value={values.country}
          onChange={(country) => set({ country })}
          onClear={() => set({ country: null })}
          error={create.problem?.fieldError("destination/country")}
        />
      </div>
    </RecordSheet>
  );
}
