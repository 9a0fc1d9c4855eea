import type { FactFields, FactKind } from "#domain/shared/fact.ts";
import { readPhone } from "#server/contact/phone-number.ts";

/** A fact as it is read for being taken back. */
/** A fact without its values: of these there may be many thousands. */
export type ToldFact = { readonly id: string; readonly kind: FactKind; readonly record_type: string; readonly record_id: string };

export type StoredFact = ToldFact & { readonly record_name: string; readonly fields: FactFields; readonly at: Date };

/** The columns as they were before the fact. Whether a phone is one follows from it and is not told. */
export function before(fields: FactFields): Record<string, unknown> {
  const columns: Record<string, unknown> = Object.fromEntries(Object.entries(fields).map(([field, { from }]) => [field, from]));
  if (!("phone" in columns)) return columns;
  const { phone } = columns;
  return { ...columns, phone_valid: typeof phone === "string" ? readPhone(phone, undefined).valid : null };
}

/** Fields whose present value is not the one the fact left. */
export function overtakenFields(row: Record<string, unknown>, fields: FactFields): string[] {
  const now = JSON.parse(JSON.stringify(row)) as Record<string, unknown>;
  return Object.entries(fields)
    .filter(([field, { to }]) => field in now && JSON.stringify(now[field] ?? null) !== JSON.stringify(to ?? null))
    .map(([field]) => field);
}
