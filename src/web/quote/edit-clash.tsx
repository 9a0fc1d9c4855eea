import type { QuoteSheet } from "#domain/quote/quote-sheet.ts";
import type { EditConflict } from "#domain/quote/sheet-edit.ts";
import { ConflictValues } from "#web/app/conflict-values.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import type { Session } from "#web/quote/use-sheet-session.ts";

/** Two people on one field: both values, and who. One of the two stays. */
export function EditClash({ session: { session, state }, sheet }: { session: Session; sheet: QuoteSheet }) {
  const { words } = useAllSpoken();
  const { clash } = state;
  if (!clash) return null;
  const say = words.quoting.clash;
  const rows = clash.conflicts.map((conflict) => ({
    field: `${conflict.on} ${conflict.id} ${conflict.field}`,
    label: [nameOf(conflict, sheet), conflict.field && fieldName(conflict.field, say.field)].filter(Boolean).join(", "),
    mine: valueText(conflict.mine),
    theirs: conflict.kind === "gone" ? say.gone : conflict.kind === "inUse" ? say.inUse : valueText(conflict.theirs),
  }));
  return <ConflictValues by={clash.by} rows={rows} onKeep={() => session.choose("mine")} onTake={() => session.choose("theirs")} />;
}

function nameOf({ id, name }: EditConflict, { lines, days }: QuoteSheet): string {
  return name ?? lines.find((line) => line.id === id)?.name ?? days.find((day) => day.id === id)?.title ?? "";
}

function fieldName(field: string, names: Readonly<Record<string, string>>): string {
  return names[field] ?? field;
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value === "object" && "name" in value) return String(value.name);
  return Array.isArray(value) ? value.map(valueText).join(", ") : Object.values(value).map(valueText).join(" ");
}
