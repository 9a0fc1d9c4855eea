import type { Opportunity } from "#contract/opportunity.ts";
import { keyToldAs } from "#domain/custom-field/custom-field.ts";
import type { ask } from "#web/api/api.ts";

export type OpportunityChange = Parameters<typeof ask<"editOpportunity">>[1]["body"];
/** Of custom fields each is one by itself. */
export type ChangedField = Exclude<keyof OpportunityChange, "custom"> | `custom.${string}`;

/** Somebody saved another value of the same field since the record was read. */
export type Conflict = { readonly current: Opportunity; readonly body: OpportunityChange; readonly fields: readonly ChangedField[] };

/** Fields that both changed, differently; none: both changes can stand. */
export function conflictingFields(seen: Opportunity, current: Opportunity, body: OpportunityChange): ChangedField[] {
  return fieldsOf(body).filter(
    (field) => !same(valueIn(seen, field), valueIn(current, field)) && !same(ordered(valueOf(body, field)), valueIn(current, field)),
  );
}

function fieldsOf({ custom, ...body }: OpportunityChange): ChangedField[] {
  return [...(Object.keys(body) as ChangedField[]), ...Object.keys(custom ?? {}).map((key) => `custom.${key}` as const)];
}

/** What a change writes into a field. */
export function valueOf({ custom, ...body }: OpportunityChange, field: ChangedField): unknown {
  const key = keyToldAs(field);
  return key === undefined ? body[field as keyof typeof body] : custom?.[key];
}

/** The value of a field as a change writes it. */
export function valueIn(one: Opportunity, field: ChangedField): unknown {
  const key = keyToldAs(field);
  if (key !== undefined) return one.custom[key];
  const pointers: Partial<Record<ChangedField, unknown>> = {
    clientId: one.client.id,
    tagIds: one.tags.map(({ id }) => id).sort(),
    managerId: one.manager?.id ?? null,
    teamId: one.team?.id ?? null,
    amount: one.amount.amount,
    objective: one.objective?.amount ?? null,
    budgetPerPerson: one.budgetPerPerson?.amount ?? null,
  };
  return field in pointers ? pointers[field] : (one as Readonly<Record<string, unknown>>)[field];
}

/** Tags are a set. */
const ordered = (value: unknown): unknown =>
  Array.isArray(value) && typeof value[0] === "string" ? (value as string[]).toSorted() : value;

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

let conflict: Conflict | undefined;
let listeners: readonly (() => void)[] = [];

/** One at a time: the newest is asked about. */
export function askAbout(next: Conflict | undefined): void {
  conflict = next;
  for (const listener of listeners) listener();
}

export function currentConflict(): Conflict | undefined {
  return conflict;
}

export function subscribeToConflict(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
