import { lazy, Suspense, useState } from "react";
import { useMay, usePeople, usePipelines, useSources, useTeams } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { useCustomFields, customFilterItems } from "#web/custom-field/use-custom-fields.ts";
import { Chip, ChipButton } from "#web/kit/chip.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { formatDay } from "#web/kit/format.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { useTagOptions } from "#web/tag/use-tags.ts";
import { RecordEditor, useFilteredRecord } from "#web/opportunity/record-filter.tsx";
import type { Filters, OpportunitySearch } from "#web/opportunity/opportunity-search.ts";
import styles from "#web/opportunity/opportunity-bar.module.css";

const TagFilter = lazy(async () => ({ default: (await import("#web/tag/tag-filter.tsx")).TagFilter }));

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
      {(close) => <FilterEditor name={name} label={label} search={search} close={close} />}
    </Chip>
  );
}

function useShownValue(name: ChipName, filters: Filters): string {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const options = useOptions(name);
  const record = useFilteredRecord(name, filters);
  if (name === "departure")
    return [filters["departsOn[gte]"], filters["departsOn[lte]"]].map((day) => (day ? formatDay(day, locale) : "…")).join(" – ");
  const value = filters[name];
  if (value === undefined) return "";
  if (name === "clientId" || name === "contactId") return record ?? "…";
  if (value === "true") return words.opportunity.filter.yes;
  return options?.find((option) => option.id === value)?.label ?? (options ? "…" : value);
}

function useOptions(name: ChipName): { id: string; label: string }[] | undefined {
  const people = usePeople().data?.data ?? [];
  const teams = useTeams().data?.data ?? [];
  const pipelines = usePipelines().data?.data ?? [];
  const sources = useSources().data?.data ?? [];
  const tags = useTagOptions(name === "tag");
  const named = (rows: readonly { id: string; name: string }[]) => rows.map((row) => ({ id: row.id, label: row.name }));
  if (name === "managerId") return named(people.filter((person) => person.active));
  if (name === "teamId") return named(teams);
  if (name === "sourceId") return named(sources);
  if (name === "tag") return tags ?? [];
  if (name === "pipelineId") return named(pipelines);
  if (name !== "stageId") return undefined;
  // Two pipelines may have a stage of the same name.
  return pipelines.flatMap(({ name: of, stages }) =>
    stages.map((stage) => ({ id: stage.id, label: pipelines.length > 1 ? `${of} · ${stage.name}` : stage.name })),
  );
}

function FilterEditor({ name, label, search, close }: { name: ChipName; label: string; search: OpportunitySearch; close: () => void }) {
  const { words } = useSpoken();
  const { filter } = words.opportunity;
  const options = useOptions(name);
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
        <Suspense fallback={null}>
          <TagFilter label={label} value={search.filters.tag ?? null} onChange={choose} />
        </Suspense>
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
