import { sql, type RawBuilder } from "kysely";
import { hasOrder, type CustomField, type CustomRecord, type CustomType, TOLD_AS } from "#domain/custom-field/custom-field.ts";
import { readCustomFilter, type CustomCondition, type CustomFilter } from "#domain/custom-field/custom-filter.ts";
import { MOST_DEEP } from "#domain/filter/filter.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { customFieldsOf, fieldOf, findFieldRows } from "#server/custom-field/custom-field-store.ts";
import type { ReadTx } from "#server/platform/database.ts";
import type { SortField, SortFields } from "#server/platform/keyset.ts";

type Asked = {
  readonly custom?: CustomFilter | undefined;
  readonly missingImportant?: boolean | undefined;
  /** A whole filter, as it was sent. */
  readonly filter?: unknown;
};

/** A filter whose custom fields are known and understood: how they stand in SQL is `customConditions`. */
export type WithCustom<Filter> = Omit<Filter, "custom" | "missingImportant"> & {
  readonly custom?: readonly CustomCondition[];
  /** Those that the whole filter may name. */
  readonly customFields?: readonly CustomField[];
};

/** Asks for the definitions only where a filter names one. */
export async function withCustom<Filter extends Asked>(tx: ReadTx, recordType: CustomRecord, filter: Filter): Promise<WithCustom<Filter>> {
  const { custom, missingImportant, ...rest } = filter;
  const named = await customFieldsNamed(tx, recordType, filter.filter);
  const known = named.length > 0 ? { customFields: named } : {};
  if (custom === undefined && missingImportant === undefined) return { ...rest, ...known };
  const fields = await customFieldsOf(tx, recordType);
  const { conditions, problems } = readCustomFilter(fields, custom ?? {});
  if (problems.length > 0) {
    const suggestions = problems.flatMap(({ name, nearest }) => (nearest ? [[`custom.${name}`, `custom.${nearest}`]] : []));
    throw new Refusal(
      "request.invalid",
      suggestions.length > 0 ? { suggestions: Object.fromEntries(suggestions) } : {},
      problems.map(({ name, code }) => ({ pointer: `/custom.${name}`, code })),
    );
  }
  if (missingImportant === undefined) return { ...rest, ...known, custom: conditions };
  const keys = fields.filter(({ important, archived }) => important && !archived).map(({ key }) => key);
  return { ...rest, ...known, custom: [...conditions, { kind: "missing", keys, wanted: missingImportant }] };
}

/** What a whole filter may name, if it names any: deleted fields too, so that a saved one goes on and finds nothing by them. */
export async function customFieldsNamed(tx: ReadTx, recordType: CustomRecord, filter: unknown): Promise<CustomField[]> {
  return namesCustom(filter) ? (await findFieldRows(tx, recordType, { deleted: true })).map(fieldOf) : [];
}

/** What was sent is not judged yet: it may be as deep as a body allows, and deeper than a filter may be it is refused. */
function namesCustom(part: unknown, depth = 0): boolean {
  if (typeof part !== "object" || part === null || depth > 2 * MOST_DEEP) return false;
  const { field } = part as { readonly field?: unknown };
  if (typeof field === "string") return field.startsWith(TOLD_AS) || field === "missingImportant";
  return Object.values(part).some((inner) => namesCustom(inner, depth + 1));
}

/** `record` is the alias of the opportunity, client or contact in the question. */
export function customConditions(tx: ReadTx, record: "o" | "c", conditions: readonly CustomCondition[] = []): RawBuilder<boolean>[] {
  return conditions.map((condition) => conditionOf(tx, record, condition));
}

function conditionOf(tx: ReadTx, record: "o" | "c", condition: CustomCondition): RawBuilder<boolean> {
  const custom = sql.raw(`${record}.custom`);
  if (condition.kind === "missing") {
    if (condition.keys.length === 0) return condition.wanted ? sql<boolean>`false` : sql<boolean>`true`;
    const whole = sql<boolean>`${custom} ?& ${condition.keys}::text[]`;
    return condition.wanted ? sql<boolean>`not (${whole})` : whole;
  }
  // Words are looked for in the record itself: the index of values keeps their beginning.
  if (condition.kind === "words") return sql<boolean>`strpos(fold(${custom} ->> ${condition.key}), fold(${condition.words})) > 0`;
  const { fieldId } = condition;
  const id = sql.raw(`${record}.id`);
  const held = (which: RawBuilder<unknown>): RawBuilder<boolean> =>
    sql<boolean>`${id} in (select v.record_id from custom_value v where v.workspace_id = ${tx.actor.workspaceId} and v.field_id = ${fieldId}${which})`;
  if (condition.kind === "none") return sql<boolean>`not ${held(sql``)}`;
  if (condition.kind === "range") {
    const from = condition.from === null ? sql`` : sql` and v.figure >= ${condition.from}::bigint`;
    const to = condition.to === null ? sql`` : sql` and v.figure <= ${condition.to}::bigint`;
    return held(sql`${from}${to}`);
  }
  const [only] = condition.values;
  const any = condition.values.length === 1 ? sql`${only}::text` : sql`any (${[...condition.values]}::text[])`;
  const chosen = held(sql` and v.words collate name_order = ${any}`);
  return condition.orNone ? sql<boolean>`(${chosen} or not ${held(sql``)})` : chosen;
}

/** The orders of a list with those of its custom fields that the sort names. */
export async function withCustomOrders(
  tx: ReadTx,
  recordType: CustomRecord,
  { orders, sort }: { readonly orders: SortFields; readonly sort: string },
): Promise<SortFields> {
  if (!sort.includes("custom.")) return orders;
  const fields = (await customFieldsOf(tx, recordType)).filter(({ type }) => hasOrder(type));
  const added = fields.map(({ id, key, type }, at) => [
    `custom.${key}`,
    customOrder(tx, { id, type, alias: `custom_${at}`, record: recordType === "opportunity" ? "o" : "c" }),
  ]);
  return { ...orders, ...(Object.fromEntries(added) as SortFields) };
}

type Ordered = { readonly id: string; readonly type: CustomType; readonly alias: string; readonly record: "o" | "c" };

/** Records with a value in the order of the index of values, then those without. */
function customOrder(tx: ReadTx, { id, type, alias, record }: Ordered): SortField {
  const isText = type === "text";
  const value = sql.raw(`${alias}.${isText ? "words" : "figure"}`);
  const recordId = sql.raw(`${alias}.record_id`);
  return {
    expression: value,
    cast: isText ? "text" : "bigint",
    nullable: true,
    collate: isText,
    aside: {
      id: recordId,
      join: sql`left join custom_value ${sql.raw(alias)} on ${sql.raw(alias)}.workspace_id = ${tx.actor.workspaceId}
        and ${sql.raw(alias)}.field_id = ${id} and ${recordId} = ${sql.raw(`${record}.id`)} and ${value} is not null`,
    },
  };
}
