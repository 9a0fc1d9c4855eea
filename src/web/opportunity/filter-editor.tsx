import { useState } from "react";
import { useSpoken } from "#web/app/words.ts";
import { ClientPicker } from "#web/contact/client-picker.tsx";
import { ContactPicker } from "#web/contact/contact-picker.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { useFilterOptions } from "#web/opportunity/filter-options.ts";
import type { FilterName, OpportunitySearch } from "#web/opportunity/opportunity-search.ts";
import { useFilteredRecord } from "#web/opportunity/use-filtered-record.ts";
import { TagFilter } from "#web/tag/tag-filter.tsx";
import styles from "#web/opportunity/opportunity-bar.module.css";

type FilterEditorProps = {
  readonly name: FilterName | "departure";
  readonly label: string;
  readonly search: OpportunitySearch;
  readonly close: () => void;
};

/** What stands in the popover of a chip. */
export function FilterEditor({ name, label, search, close }: FilterEditorProps) {
  const { words } = useSpoken();
  const { filter } = words.opportunity;
  const options = useFilterOptions(name);
  const [text, setText] = useState(name === "departure" ? "" : (search.filters[name] ?? ""));
  if (name === "departure") {
    return (
      <div className={styles.editor}>
        <DateField
          label={filter.from}
          value={search.filters["departsOn[gte]"] ?? null}
          onChange={(day) => search.set({ "departsOn[gte]": day ?? undefined })}
          autoFocus
        />
        <DateField
          label={filter.to}
          value={search.filters["departsOn[lte]"] ?? null}
          onChange={(day) => search.set({ "departsOn[lte]": day ?? undefined })}
        />
      </div>
    );
  }
  const choose = (id: string): void => {
    search.set({ [name]: id });
    close();
  };
  if (name === "tag") {
    return (
      <div className={styles.editor}>
        <TagFilter label={label} value={search.filters.tag ?? null} onChange={choose} />
      </div>
    );
  }
  if (options) {
    return (
      <div className={styles.editor}>
        <RadioGroup label={label} hidesLabel options={options} value={search.filters[name] ?? ""} onChange={choose} />
      </div>
    );
  }
  if (name === "clientId" || name === "contactId") return <RecordEditor name={name} label={label} search={search} close={close} />;
  if (name === "destination" || name === "q") {
    const send = (): void => {
      search.set({ [name]: text.trim() || undefined });
      close();
    };
    return (
      <form
        className={styles.editor}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField label={label} value={text} onChange={setText} autoFocus maxLength={120} />
      </form>
    );
  }
  return <p className={styles.editor}>{label}</p>;
}

type RecordEditorProps = {
  readonly name: "clientId" | "contactId";
  readonly label: string;
  readonly search: OpportunitySearch;
  readonly close: () => void;
};

/** Of which client or with whom: found by name. */
function RecordEditor({ name, label, search, close }: RecordEditorProps) {
  const shown = useFilteredRecord(name, search.filters);
  const id = search.filters[name];
  const value = id !== undefined && shown !== undefined ? { id, label: shown } : null;
  const choose = (option: { id: string } | null): void => {
    if (option === null) return;
    search.set({ [name]: option.id });
    close();
  };
  const field = { label, autoFocus: true, value, onChange: choose };
  return <div className={styles.editor}>{name === "clientId" ? <ClientPicker {...field} /> : <ContactPicker {...field} taken={[]} />}</div>;
}
