import { useEffect, useSyncExternalStore } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { keyToldAs, type CustomValue } from "#domain/custom-field/custom-field.ts";
import { ConflictValues } from "#web/app/conflict-values.tsx";
import { usePeople, usePipelines, useSources, useTeams } from "#web/app/me.ts";
import { useReport } from "#web/app/use-report.ts";
import { useSpoken } from "#web/app/words.ts";
import { valueIn, valueOf } from "#web/app/write-over.ts";
import { useCustomText } from "#web/custom-field/custom-text.ts";
import { useCustomFields } from "#web/custom-field/use-custom-fields.ts";
import { askAbout, currentConflict, subscribeToConflict, type Conflict } from "#web/opportunity/conflict.ts";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";
import { useSaveOpportunity } from "#web/opportunity/use-opportunity.ts";
import { optionOf, useTagOptions } from "#web/tag/use-tags.ts";
import { fieldName } from "#web/timeline/field-name.ts";
import { valueText } from "#web/timeline/value-text.ts";

/** Both values, who wrote the other one and when: one of the two stays. */
export function ConflictChooser() {
  const conflict = useSyncExternalStore(subscribeToConflict, currentConflict);
  useEffect(() => () => askAbout(undefined), []);
  return conflict ? <Chooser key={`${conflict.current.id} ${conflict.current.version}`} conflict={conflict} /> : null;
}

function Chooser({ conflict }: { conflict: Conflict }) {
  const { words } = useSpoken();
  const { current, change, fields, by } = conflict;
  const save = useSaveOpportunity(current);
  const report = useReport();
  const textOf = useValueText(current);
  const custom = useCustomFields("opportunity");
  const keep = (): void => {
    askAbout(undefined);
    void save(change).catch((error: unknown) => report(error, OPPORTUNITIES));
  };
  const rows = fields.map((field) => ({
    field,
    label: custom.find(({ key }) => key === keyToldAs(field))?.label ?? fieldName(field, words) ?? field,
    mine: textOf(field, valueOf(change, field)),
    theirs: textOf(field, valueIn(current, field)),
  }));
  return <ConflictValues name={current.name} by={by} rows={rows} onKeep={keep} onTake={() => askAbout(undefined)} />;
}

const MONEY = new Set<string>(["amount", "objective", "budgetPerPerson"]);

/** References by name, money with its currency, the rest as the timeline writes it. */
function useValueText(one: Opportunity): (field: string, value: unknown) => string {
  const { words, locale } = useSpoken();
  const people = usePeople().data?.data ?? [];
  const teams = useTeams().data?.data ?? [];
  const sources = useSources().data?.data ?? [];
  const stages = usePipelines().data?.data.flatMap((pipeline) => pipeline.stages) ?? [];
  const tags = [...(useTagOptions() ?? []), ...one.tags.map(optionOf)];
  const named = [...people, ...teams, ...sources, ...stages];
  const customFields = useCustomFields("opportunity");
  const customText = useCustomText();
  return (field, value) => {
    const custom = customFields.find(({ key }) => key === keyToldAs(field));
    if (custom) return customText(custom, (value ?? undefined) as CustomValue | undefined) || "–";
    if (field === "tagIds") return (value as string[]).map((id) => tags.find((tag) => tag.id === id)?.label ?? "…").join(", ") || "–";
    const known = field.endsWith("Id") ? named.find(({ id }) => id === value)?.name : undefined;
    const written = MONEY.has(field) && typeof value === "string" ? { amount: value, currency: one.currency } : value;
    return valueText({ field, from: null, to: written, fromWords: null, toWords: known ?? null }, "to", words, locale);
  };
}
