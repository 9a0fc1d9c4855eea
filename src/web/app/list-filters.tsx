import { useState, type ReactNode } from "react";
import { ChoiceField } from "#web/app/choice-field.tsx";
import type { ListSearch } from "#web/app/list-search.ts";
import { useWords } from "#web/app/words.ts";
import { Chip, ChipButton } from "#web/kit/chip.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { Menu } from "#web/kit/menu.tsx";
import type { Option } from "#web/kit/option.ts";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import styles from "#web/app/record-list.module.css";

/** A filter of a list by the API's name. */
export type ListFilter = {
  readonly name: string;
  readonly label: string;
} & (
  | { readonly kind: "choice"; readonly options: readonly Option[] }
  /** Too many to show at once: found by typing. */
  | { readonly kind: "search"; readonly options: readonly Option[] }
  | { readonly kind: "flag" }
  /** Found by asking the server; `shown` is the name of what is chosen. */
  | { readonly kind: "record"; readonly shown: string; readonly editor: (choose: (id: string) => void) => ReactNode }
);

type ListFiltersProps = { readonly filters: readonly ListFilter[]; readonly search: ListSearch; readonly group: string };

/** Chips of what is filtered, and the way to add another. All of it is in the address. */
export function ListFilters({ filters, search, group }: ListFiltersProps) {
  const words = useWords();
  const [added, setAdded] = useState<string>();
  const [isOpen, setIsOpen] = useState(false);
  useShortcut({ keys: "f", label: words.common.filter, group }, () => setIsOpen(true), filters.length > 0);
  const isShown = ({ name }: ListFilter): boolean => name === added || search.filters[name] !== undefined;
  const possible = filters.filter((filter) => !isShown(filter));
  const add = (name: string): void => {
    if (filters.find((filter) => filter.name === name)?.kind === "flag") search.set({ [name]: "true" });
    else setAdded(name);
  };
  return (
    <div className={styles.chips}>
      {filters.filter(isShown).map((filter) => (
        <FilterChip
          key={filter.name}
          filter={filter}
          search={search}
          isNew={filter.name === added && search.filters[filter.name] === undefined}
          onGone={() => setAdded(undefined)}
        />
      ))}
      {possible.length > 0 && (
        <Menu
          label={words.common.filter}
          placement="bottom start"
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          trigger={
            <ChipButton isAdd kbd="F">
              {words.common.filter}
            </ChipButton>
          }
          groups={[{ id: "filters", items: possible.map(({ name, label }) => ({ id: name, label })) }]}
          onAction={add}
        />
      )}
    </div>
  );
}

type FilterChipProps = {
  readonly filter: ListFilter;
  readonly search: ListSearch;
  readonly isNew: boolean;
  readonly onGone: () => void;
};

export function FilterChip({ filter, search, isNew, onGone }: FilterChipProps) {
  const words = useWords();
  const value = search.filters[filter.name];
  const remove = (): void => {
    onGone();
    search.set({ [filter.name]: undefined });
  };
  return (
    <Chip
      label={filter.label}
      value={value === undefined ? words.client.anyOf : shownValue(filter, value, words.common.yes)}
      onRemove={remove}
      isNew={isNew}
    >
      {(close) => (
        <FilterEditor
          filter={filter}
          value={value ?? null}
          choose={(id) => {
            search.set({ [filter.name]: id });
            close();
          }}
        />
      )}
    </Chip>
  );
}

function shownValue(filter: ListFilter, value: string, yes: string): string {
  if (filter.kind === "flag") return yes;
  if (filter.kind === "record") return filter.shown;
  return filter.options.find(({ id }) => id === value)?.label ?? "…";
}

type FilterEditorProps = { readonly filter: ListFilter; readonly value: string | null; readonly choose: (id: string) => void };

function FilterEditor({ filter, value, choose }: FilterEditorProps) {
  const { label } = filter;
  if (filter.kind === "record") return <div className={styles.editor}>{filter.editor(choose)}</div>;
  if (filter.kind === "search") {
    return (
      <div className={styles.editor}>
        <ChoiceField label={label} autoFocus options={filter.options} value={value} onChange={choose} />
      </div>
    );
  }
  if (filter.kind === "flag") return <p className={styles.editor}>{label}</p>;
  return (
    <div className={styles.editor}>
      <RadioGroup label={label} hidesLabel options={filter.options} value={value ?? ""} onChange={choose} />
    </div>
  );
}
