import { useState } from "react";
import { narrowingOf, type CustomRecord } from "#domain/custom-field/custom-field.ts";
import { NONE } from "#domain/custom-field/custom-filter.ts";
import type { ListFilter } from "#web/app/list-filters.tsx";
import { usePeople } from "#web/app/me.ts";
import { useWords } from "#web/app/words.ts";
import { DecimalField } from "#web/custom-field/decimal-field.tsx";
import { useCustomText } from "#web/custom-field/custom-text.ts";
import { useCustomFields, type CustomFieldInfo } from "#web/custom-field/use-custom-fields.ts";
import { Button } from "#web/kit/button.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import type { Option } from "#web/kit/option.ts";
import { TextField } from "#web/kit/text-field.tsx";
import styles from "#web/custom-field/custom-filters.module.css";

/** Filters of a list by its custom fields, as they stand in the address. */
export function useCustomFilters(recordType: CustomRecord, filters: Readonly<Record<string, string | undefined>>): ListFilter[] {
  const { common } = useWords();
  const people = usePeople().data?.data ?? [];
  const textOf = useCustomText();
  return useCustomFields(recordType).flatMap((field): ListFilter[] => {
    const { label } = field;
    const name = `custom.${field.key}`;
    const unset = { id: NONE, label: common.none };
    const narrowing = narrowingOf(field.type);
    if (narrowing === "choice") {
      const named: Option[] = field.type === "user" ? people.map((one) => ({ id: one.id, label: one.name })) : [...field.options];
      return [{ name, label, kind: "choice", options: [...named, unset] }];
    }
    if (narrowing === "flag") {
      const answers = [
        { id: "true", label: common.yes },
        { id: "false", label: common.no },
      ];
      return [{ name, label, kind: "choice", options: [...answers, unset] }];
    }
    if (narrowing === "words")
      return [{ name, label, kind: "record", shown: filters[name] ?? "", editor: (choose) => <Words label={label} choose={choose} /> }];
    const bound = (end: "gte" | "lte", of: string): ListFilter => {
      const value = filters[`${name}[${end}]`];
      const shown = value === undefined ? "" : field.type === "date" ? textOf(field, value) : textOf({ ...field, type: "number" }, value);
      return {
        name: `${name}[${end}]`,
        label: of,
        kind: "record",
        shown,
        editor: (choose) => <Bound field={field} label={of} value={value ?? null} choose={choose} />,
      };
    };
    return [bound("gte", `${label} ≥`), bound("lte", `${label} ≤`)];
  });
}

type Choose = (value: string) => void;

function Words({ label, choose }: { readonly label: string; readonly choose: Choose }) {
  const [text, setText] = useState("");
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") choose(text.trim());
      }}
    >
      <TextField label={label} value={text} onChange={setText} autoFocus maxLength={120} />
    </form>
  );
}

type BoundProps = { readonly field: CustomFieldInfo; readonly label: string; readonly value: string | null; readonly choose: Choose };

function Bound({ field, label, value, choose }: BoundProps) {
  const { common } = useWords();
  const [draft, setDraft] = useState(value);
  if (field.type === "date")
    return <DateField label={label} autoFocus value={value} onChange={(day) => day !== null && day !== value && choose(day)} />;
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        if (draft !== null) choose(draft);
      }}
    >
      <DecimalField label={label} autoFocus value={draft} onChange={setDraft} />
      <Button type="submit" size="small">
        {common.filter}
      </Button>
    </form>
  );
}
