import { keyToldAs, TOLD_AS } from "#domain/custom-field/custom-field.ts";
import { ApiProblem } from "#web/api/api.ts";

export type Versioned = { readonly id: string; readonly version: number };

/** Who changed the record while it was being edited here, and when. */
export type Overtaker = { readonly name: string; readonly at: string };

/** A change of ours met somebody else's of the same fields: a person has to choose. */
export type Overtaken<One, Change> = {
  readonly current: One;
  readonly change: Change;
  /** By the names of the API; a custom field as `custom.` and its key. */
  readonly fields: readonly string[];
  readonly by: Overtaker | undefined;
};

export type Written<One, Change> = { readonly saved: One } | { readonly overtaken: Overtaken<One, Change> };

/** A write with the version that was seen. Changes of other fields do not stand in its way: it is sent again over them. */
export async function writeOver<One extends Versioned, Change extends object>(
  seen: One,
  change: Change,
  write: (change: Change, version: number) => Promise<One>,
): Promise<Written<One, Change>> {
  try {
    return { saved: await write(change, seen.version) };
  } catch (error) {
    const stale = staleOf<One>(error);
    if (!stale) throw error;
    const { current, by } = stale;
    const fields = overlappingFields(seen, current, change);
    return fields.length === 0 ? writeOver(current, change, write) : { overtaken: { current, change, fields, by } };
  }
}

/** Fields that both changed, differently; none: both changes can stand. */
export function overlappingFields(seen: object, current: object, change: object): string[] {
  return fieldsOf(change).filter(
    (field) => !isSame(valueIn(seen, field), valueIn(current, field)) && !isSame(valueOf(change, field), valueIn(current, field)),
  );
}

type Parts = { readonly custom?: Readonly<Record<string, unknown>> };

/** Of custom fields each is one by itself. */
function fieldsOf(change: object): string[] {
  const { custom = {}, ...others } = change as Parts;
  return [...Object.keys(others), ...Object.keys(custom).map((key) => `${TOLD_AS}${key}`)];
}

/** What a change writes into a field. */
export function valueOf(change: object, field: string): unknown {
  const key = keyToldAs(field);
  return key === undefined ? (change as Readonly<Record<string, unknown>>)[field] : (change as Parts).custom?.[key];
}

/** The value of a field as a change writes it: references by id, those of a set too, money by its amount. */
export function valueIn(one: object, field: string): unknown {
  const key = keyToldAs(field);
  if (key !== undefined) return (one as Parts).custom?.[key];
  const record = one as Readonly<Record<string, unknown>>;
  const value = record[field];
  if (!(field in record) && field.endsWith("Id")) return (record[field.slice(0, -2)] as { id?: string } | null)?.id ?? null;
  if (!(field in record) && field.endsWith("Ids")) return setOf(record[`${field.slice(0, -3)}s`]);
  if (typeof value !== "object" || value === null) return value ?? null;
  if ("amount" in value) return value.amount;
  if ("national" in value) return value.national;
  return value;
}

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a ?? null)) === JSON.stringify(inOrder(b ?? null));
}

function setOf(references: unknown): string[] {
  return ((references ?? []) as readonly { readonly id: string }[]).map(({ id }) => id);
}

/** Ids are a set. Two answers may name the parts of a value in another order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((one) => typeof one === "string") ? value.toSorted() : value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, inOrder(part)]),
  );
}

/** Asked where the record was read anew while its editor was open: whose change came first, by the refusal of a write that is known to be late. */
export async function whatStands<One extends Versioned, Change>(
  one: One,
  change: Change,
  write: (change: Change, version: number) => Promise<One>,
): Promise<Stale<One>> {
  try {
    return { current: await write(change, one.version - 1), by: undefined };
  } catch (error) {
    const stale = staleOf<One>(error);
    if (!stale) throw error;
    return stale;
  }
}

type Stale<One> = { readonly current: One; readonly by: Overtaker | undefined };

/** The record as it is now and who made it so, when the refusal was that ours is old. */
function staleOf<One>(error: unknown): Stale<One> | undefined {
  if (!(error instanceof ApiProblem) || error.code !== "record.stale") return undefined;
  const { current, changedBy } = error.body as { readonly current?: One; readonly changedBy?: Overtaker };
  return current && { current, by: changedBy };
}
