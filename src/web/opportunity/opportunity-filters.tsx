import { lazy, Suspense, useState } from "react";
import { useMay, usePipelines } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { useCustomFields, customFilterItems } from "#web/custom-field/use-custom-fields.ts";
import { Chip, ChipButton } from "#web/kit/chip.tsx";
import { formatDay } from "#web/kit/format.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { useFilterOptions } from "#web/opportunity/filter-options.ts";
import { useFilteredRecord } from "#web/opportunity/use-filtered-record.ts";
import type { Filters, OpportunitySearch } from "#web/opportunity/opportunity-search.ts";
import styles from "#web/opportunity/opportunity-bar.module.css";

/** Fetched with the first chip that is opened: its fields weigh more than the rest of the bar. */
const FilterEditor = lazy(async () => ({ default: (await import("#web/opportunity/filter-editor.tsx")).FilterEditor }));

const CHIPS = [
  "managerId",
  "teamId",
  "pipelineId",
  "stageId",
  "departure",
  "destination",
  "priority",
  "sourceId",
  "tag",
  "stale",
  "overdue",
  "incomplete",
  "missingImportant",
  "idle",
  "clientId",
  "contactId",
  "q",
] as const;
type ChipName = (typeof CHIPS)[number];
const FLAGS = new Set<string>(["priority", "stale", "overdue", "incomplete", "missingImportant", "idle"]);

const CustomChips = lazy(async () => ({ default: (await import("#web/custom-field/custom-chips.tsx")).CustomChips }));

type FiltersProps = { readonly search: OpportunitySearch; readonly leftOut?: readonly ChipName[] };

/** Chips of what is filtered, and the way to add another. All of it is in the address. */
export function OpportunityFilters({ search, leftOut = [] }: FiltersProps) {
  const { words } = useSpoken();
  const { filter } = words.opportunity;
  const [added, setAdded] = useState<string>();
  const [isOpen, setIsOpen] = useState(false);
  useShortcut({ keys: "f", label: filter.add, group: words.opportunity.title }, () => setIsOpen(true));
  const labels: Record<ChipName, string> = {
    managerId: filter.manager,
    teamId: filter.team,
    pipelineId: words.opportunity.field.pipeline,
    stageId: filter.stage,
    departure: filter.departure,
    destination: filter.destination,
    priority: filter.priority,
    sourceId: filter.source,
    tag: words.tag.one,
    stale: filter.stale,
    overdue: filter.overdue,
    incomplete: filter.incomplete,
    missingImportant: filter.missingImportant,
    idle: filter.idle,
    clientId: filter.client,
    contactId: filter.contact,
    q: filter.text,
  };
  const isShown = (name: ChipName): boolean => name === added || isSet(name, search.filters);
  const may = { clientId: useMay("clients", "read"), contactId: useMay("contacts", "read"), idle: useMay("activities", "read") };
  const customFields = useCustomFields("opportunity");
  const custom = customFilterItems(customFields).filter(({ id }) => id !== added && search.filters[id] === undefined);
  const hasPipelines = (usePipelines().data?.data.length ?? 0) > 1;
  const mayUse = (name: ChipName): boolean => {
    if (name === "pipelineId") return hasPipelines;
    if (name === "missingImportant") return customFields.some(({ important }) => important);
    return name === "clientId" || name === "contactId" || name === "idle" ? may[name] : true;
  };
  const possible = CHIPS.filter((name) => mayUse(name) && !leftOut.includes(name) && !isShown(name));
  const add = (name: string): void => {
    if (FLAGS.has(name)) search.set({ [name]: "true" });
    else setAdded(name);
  };
  return (
    <div className={styles.chips}>
      {CHIPS.filter((name) => !leftOut.includes(name) && isShown(name)).map((name) => (
        <FilterChip
          key={name}
          name={name}
          label={labels[name]}
          search={search}
          isNew={name === added && !isSet(name, search.filters)}
          onGone={() => setAdded(undefined)}
        />
      ))}
      {customFields.length > 0 && (
        <Suspense fallback={null}>
          <CustomChips search={search} added={added} onGone={() => setAdded(undefined)} />
        </Suspense>
      )}
      {possible.length + custom.length > 0 && (
        <Menu
          label={filter.add}
          placement="bottom start"
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          trigger={
            <ChipButton isAdd kbd="F">
              {filter.add}
            </ChipButton>
          }
          groups={[
            { id: "filters", items: possible.map((id) => ({ id, label: labels[id] })) },
            { id: "custom", items: custom },
          ]}
          onAction={add}
        />
      )}
    </div>
  );
}

function isSet(name: ChipName, filters: Filters): boolean {
  if (name === "departure") return filters["departsOn[gte]"] !== undefined || filters["departsOn[lte]"] !== undefined;
  return filters[name] !== undefined;
}

type FilterChipProps = {
  readonly name: ChipName;
  readonly label: string;
  readonly search: OpportunitySearch;
  readonly isNew: boolean;
  readonly onGone: () => void;
};

function FilterChip({ name, label, search, isNew, onGone }: FilterChipProps) {
  const { words } = useSpoken();
  const value = useShownValue(name, search.filters);
  const remove = (): void => {
    onGone();
    search.set(name === "departure" ? { "departsOn[gte]": undefined, "departsOn[lte]": undefined } : { [name]: undefined });
  };
  return (
    <Chip label={label} value={value || words.opportunity.filter.any} onRemove={remove} isNew={isNew}>
      {(close) => (
        <Suspense fallback={null}>
          <FilterEditor name={name} label={label} search={search} close={close} />
        </Suspense>
      )}
    </Chip>
  );
}

function useShownValue(name: ChipName, filters: Filters): string {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const options = useFilterOptions(name);
  const record = useFilteredRecord(name, filters);
  if (name === "departure")
    return [filters["departsOn[gte]"], filters["departsOn[lte]"]].map((day) => (day ? formatDay(day, locale) : "…")).join(" – ");
  const value = filters[name];
  if (value === undefined) return "";
  if (name === "clientId" || name === "contactId") return record ?? "…";
  if (value === "true") return words.opportunity.filter.yes;
  return options?.find((option) => option.id === value)?.label ?? (options ? "…" : value);
}
