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
const SILENT = new Set(["phone_valid", "amount_source", "probability_pinned", "pipeline_id", "stage_since", "team_id", "newsletter_at"]);

/** Before and after of a row that updates, as they are read on the screen. */
export function describeChanges(context: ImportContext, before: object, change: object): ValueChange[] {
  const old = before as Record<string, unknown>;
  const { currency: was = "" } = before as { currency?: string };
  const { currency = was } = change as { currency?: string };
  return Object.entries(change)
    .filter(([column]) => !SILENT.has(column))
    .map(([column, value]) => ({
      field: FIELDS[column] ?? column.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()),
      from: shown(context, { column, currency: was, value: old[column] }),
      to: shown(context, { column, currency, value }),
    }));
}

type Shown = { readonly column: string; readonly currency: string; readonly value: unknown };

function shown(context: ImportContext, { column, currency, value }: Shown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (column === "destinations") return (value as readonly Destination[]).map(({ place }) => place).join("; ") || "–";
  if (column === "tag_ids") return (value as readonly string[]).map((one) => context.lists.names.get(one) ?? one).join("; ") || "–";
  if (typeof value === "object") return JSON.stringify(value).slice(0, 200);
  const text = `${value as string | number | boolean}`;
  if (column.endsWith("_minor")) return `${formatAmount(BigInt(text), currency)} ${currency}`;
  if (column === "client_id") return context.clientName(text) ?? text;
  return (column.endsWith("_id") ? context.lists.names.get(text) : undefined) ?? text.slice(0, 200);
}
