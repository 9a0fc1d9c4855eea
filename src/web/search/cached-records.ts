import type { QueryClient } from "@tanstack/react-query";
import { spansOf } from "#domain/shared/text-match.ts";
import type { SeenRecord } from "#web/app/seen-records.ts";

type Plain = Readonly<Record<string, unknown>>;
const KINDS = { opportunities: "opportunity", clients: "client", contacts: "contact" } as const;

/** Records the screens already hold, by their words: shown from the first letter, before the server has answered. */
export function cachedRecords(client: QueryClient, terms: readonly string[], most: number): SeenRecord[] {
  if (terms.length === 0) return [];
  return Object.entries(KINDS).flatMap(([module, type]) => {
    const records = client.getQueriesData({ queryKey: [module] }).flatMap(([, data]) => recordsIn(data));
    const found = new Map(records.flatMap((record) => matching(record, type, terms) ?? []).map((seen) => [seen.id, seen]));
    return [...found.values()].slice(0, most);
  });
}

/** Boards hold columns of cards, lists pages of rows, pages one record. */
function recordsIn(data: unknown): Plain[] {
  if (!isPlain(data)) return [];
  if (Array.isArray(data["columns"])) return data["columns"].flatMap((column: unknown) => rowsOf(column, "cards"));
  if (Array.isArray(data["pages"])) return data["pages"].flatMap((page: unknown) => rowsOf(page, "data"));
  return isPlain(data["can"]) ? [data] : [];
}

function rowsOf(holder: unknown, name: string): Plain[] {
  const rows = isPlain(holder) ? holder[name] : undefined;
  return Array.isArray(rows) ? rows.filter(isPlain) : [];
}

function matching(record: Plain, type: SeenRecord["type"], terms: readonly string[]): SeenRecord | undefined {
  const { id, name, number, client, address, deletedAt } = record;
  if (typeof id !== "string" || typeof name !== "string" || deletedAt) return undefined;
  const beside = type === "opportunity" ? nameOf(client, "name") : nameOf(address, "city");
  const text = [name, beside, type === "opportunity" ? number : ""].join(" ");
  if (!terms.every((term) => spansOf(text, [term]).length > 0)) return undefined;
  return { type, id, name, detail: beside };
}

function nameOf(holder: unknown, name: string): string | null {
  const value = isPlain(holder) ? holder[name] : undefined;
  return typeof value === "string" ? value : null;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
