import { regionText } from "#domain/client/region.ts";
import {
  type CustomField,
  type CustomMoney,
  type CustomValue,
  type CustomValues,
  optionWords,
  TOLD_AS,
} from "#domain/custom-field/custom-field.ts";
import { customChanges } from "#domain/custom-field/custom-value.ts";
import { countryName } from "#domain/exchange/country.ts";
import { formatAmount } from "#domain/shared/money.ts";
import type { ImportContext, ValueChange } from "#server/exchange/import-context.ts";
import type { Destination } from "#server/opportunity/opportunity-derived.ts";

/** Columns by the field of a file that sets them; those that follow from others are not shown. */
const FIELDS: Readonly<Record<string, string>> = {
  kind_id: "kind",
  manager_id: "manager",
  client_id: "client",
  stage_id: "stage",
  source_id: "source",
  tag_ids: "tags",
  outcome: "stage",
  probability_percent: "probability",
  amount_minor: "amount",
  objective_minor: "objective",
  budget_minor: "budgetPerPerson",
};
const SILENT = new Set([
  "phone_valid",
  "amount_source",
  "probability_pinned",
  "pipeline_id",
  "stage_since",
  "team_id",
  "newsletter_at",
  "custom",
]);

/** Before and after of a row that updates, as they are read on the screen. */
export function describeChanges(context: ImportContext, before: object, change: object): ValueChange[] {
  const old = before as Record<string, unknown>;
  const { currency: was = "" } = before as { currency?: string };
  const { currency = was } = change as { currency?: string };
  const { custom } = change as { custom?: CustomValues };
  const told = custom === undefined ? [] : customFields(context, (old["custom"] ?? {}) as CustomValues, custom);
  const plain = Object.entries(change)
    .filter(([column]) => !SILENT.has(column))
    .map(([column, value]) => ({
      field: FIELDS[column] ?? column.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()),
      from: shown(context, { column, currency: was, value: old[column] }),
      to: shown(context, { column, currency, value }),
    }));
  return [...plain, ...told];
}

function customFields(context: ImportContext, before: CustomValues, after: CustomValues): ValueChange[] {
  return Object.entries(customChanges(before, after)).map(([field, { from, to }]) => {
    const definition = context.custom.find(({ key }) => TOLD_AS + key === field);
    const words = (value: CustomValue | null): string => (definition && customWords(context, definition, value)) ?? "–";
    return { field, from: words(from), to: words(to) };
  });
}

function customWords(context: ImportContext, field: CustomField, value: CustomValue | null): string | undefined {
  if (value === null) return undefined;
  if (typeof value === "boolean") return String(value);
  if (field.type === "user" && typeof value === "string") return context.lists.names.get(value);
  if (typeof value === "string" && field.type !== "list") return value.slice(0, 200);
  if (field.type === "money") return `${(value as CustomMoney).amount} ${(value as CustomMoney).currency}`;
  return optionWords(field, value);
}

type Shown = { readonly column: string; readonly currency: string; readonly value: unknown };

function shown(context: ImportContext, { column, currency, value }: Shown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (column === "destinations") return (value as readonly Destination[]).map(({ place }) => place).join("; ") || "–";
  if (column === "tag_ids") return (value as readonly string[]).map((one) => context.lists.names.get(one) ?? one).join("; ") || "–";
  if (column === "region") return regionText(value as string, null, context.locale);
  if (column === "country") return countryName(value as string, context.locale);
  if (typeof value === "object") return JSON.stringify(value).slice(0, 200);
  const text = `${value as string | number | boolean}`;
  if (column.endsWith("_minor")) return `${formatAmount(BigInt(text), currency)} ${currency}`;
  if (column === "client_id") return context.clientName(text) ?? text;
  return (column.endsWith("_id") ? context.lists.names.get(text) : undefined) ?? text.slice(0, 200);
}
