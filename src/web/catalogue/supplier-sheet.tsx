import { useState } from "react";
import { ask, type ApiProblem } from "#web/api/api.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { countryOptions } from "#web/app/countries.ts";
import { nameProblem } from "#web/app/problem-text.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { RecordSheet } from "#web/contact/record-sheet.tsx";
import { useCreateRecord } from "#web/contact/use-create-record.ts";
import { TextField } from "#web/kit/text-field.tsx";
import styles from "#web/contact/alike.module.css";

type NewSupplier = {
  readonly name: string;
  readonly city: string;
  readonly country: string | null;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
};

const BLANK: NewSupplier = { name: "", city: "", country: null, phone: "", email: "", website: "" };

/** A new supplier: only its name is needed. */
export function SupplierSheet() {
  const { words } = useAllSpoken();
  const say = words.catalogue.suppliers.create;
  const [values, setValues] = useState(BLANK);
  const [isAsked, setIsAsked] = useState(false);
  const create = useCreateRecord(() => Promise.resolve(), say.created);
  const submit = (): void => {
    setIsAsked(true);
    if (values.name.trim() !== "") void create.run(() => ask("createSupplier", { body: bodyOf(values) }));
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
      <Fields
        values={values}
        set={(change) => setValues((before) => ({ ...before, ...change }))}
        nameError={isAsked && values.name.trim() === "" ? say.nameRequired : undefined}
        problem={create.problem}
      />
    </RecordSheet>
  );
}

function bodyOf({ name, country, city, phone, email, website }: NewSupplier) {
  const kept = (text: string): string | null => text.trim() || null;
  return { name: name.trim(), country, city: kept(city), phone: kept(phone), email: kept(email), website: kept(website) };
}

type FieldsProps = {
  readonly values: NewSupplier;
  readonly set: (change: Partial<NewSupplier>) => void;
  readonly nameError: string | undefined;
  readonly problem: ApiProblem | undefined;
};

function Fields({ values, set, nameError, problem }: FieldsProps) {
  const { words, locale } = useAllSpoken();
  const { field } = words.catalogue.suppliers;
  const text = (name: "city" | "phone" | "email" | "website", maxLength: number, type: "text" | "tel" | "email" | "url") => (
    <TextField
      label={field[name]}
      isOptional
      type={type}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
      maxLength={maxLength}
      error={problem?.fieldError(name)}
    />
  );
  return (
    <>
      <TextField
        label={field.name}
        autoFocus
        value={values.name}
        onChange={(name) => set({ name })}
        maxLength={200}
        error={nameError ?? nameProblem(problem)}
      />
      <div className={styles.two}>
        {text("city", 120, "text")}
        <ChoiceField
          label={field.country}
          isOptional
          options={countryOptions(locale)}
          value={values.country}
          onChange={(country) => set({ country })}
          onClear={() => set({ country: null })}
          error={problem?.fieldError("country")}
        />
      </div>
      <div className={styles.two}>
        {text("phone", 40, "tel")}
        {text("email", 254, "email")}
      </div>
      {text("website", 300, "url")}
    </>
  );
}
