import { keyToldAs } from "#domain/custom-field/custom-field.ts";
import type { FactFields, FactKind } from "#domain/shared/fact.ts";
import { readPhone } from "#server/contact/phone-number.ts";

/** A fact as it is read for being taken back. */
/** A fact without its values: of these there may be many thousands. */
export type ToldFact = { readonly id: string; readonly kind: FactKind; readonly record_type: string; readonly record_id: string };

export type StoredFact = ToldFact & { readonly record_name: string; readonly fields: FactFields; readonly at: Date };

/**
 * The columns as they were before the fact. Whether a phone is one follows from it and is not told; a custom field is laid
 * over the others of the record.
 */
export function before(fields: FactFields, row: { readonly custom?: unknown } = {}): Record<string, unknown> {
  const entries = Object.entries(fields).map(([field, { from }]) => [field, from] as const);
  const columns: Record<string, unknown> = Object.fromEntries(entries.filter(([field]) => keyToldAs(field) === undefined));
  const custom = entries.flatMap(([field, from]) => {
    const key = keyToldAs(field);
    return key === undefined ? [] : [[key, from] as const];
  });
  if (custom.length > 0) {
    const values = Object.entries({ ...(row.custom as object), ...Object.fromEntries(custom) });
    columns["custom"] = Object.fromEntries(values.filter(([, value]) => value !== null));
  }
  if (!("phone" in columns)) return columns;
  const { phone } = columns;
  return { ...columns, phone_valid: typeof phone === "string" ? readPhone(phone, undefined).valid : null };
}

/** Fields whose present value is not the one the fact left. */
export function overtakenFields(row: Record<string, unknown>, fields: FactFields): string[] {
  const now = JSON.parse(JSON.stringify(row)) as Record<string, unknown>;
  const custom = (now["custom"] ?? {}) as Record<string, unknown>;
  const differs = (field: string, to: unknown): boolean => {
    const key = keyToldAs(field);
    if (key === undefined && !(field in now)) return false;
    return JSON.stringify((key === undefined ? now[field] : custom[key]) ?? null) !== JSON.stringify(to ?? null);
  };
  return Object.entries(fields)
    .filter(([field, { to }]) => differs(field, to))
    .map(([field]) => field);
}
