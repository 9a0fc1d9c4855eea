import { mayDeleteFromCatalogue, mayWriteCatalogue } from "#domain/product/policy.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import type { WriteTx } from "#server/platform/database.ts";
import type { ProductFact } from "#server/product/take-back-product.ts";
import { findPart, savePart, type PartAct, type PartTable } from "#server/step/part-store.ts";

/** Takes back what happened to a step or a trip template; returns the fields a later change holds. */
export async function takeBackPart(tx: WriteTx, fact: ProductFact, force: boolean): Promise<string[]> {
  const table: PartTable = fact.record_type === "step" ? "step" : "trip_template";
  const before = await findPart(tx, table, fact.record_id);
  if (!before) throw new Refusal("request.notFound");
  const isMade = fact.kind.endsWith(".created");
  const deletion = fact.fields["deleted_at"];
  const isOfDeletion = isMade || deletion !== undefined;
  if (!(isOfDeletion ? mayDeleteFromCatalogue(tx.actor) : mayWriteCatalogue(tx.actor))) throw new Refusal("request.forbidden");
  const held = isMade ? [] : overtaken(before, fact.fields);
  if (held.length > 0 && !force) return held;
  const change = isMade
    ? { deleted_at: before.deleted_at ?? tx.at }
    : Object.fromEntries(Object.entries(fact.fields).map(([field, { from }]) => [field, from]));
  const act: PartAct = !isOfDeletion ? "edited" : isMade || deletion?.from !== null ? "deleted" : "restored";
  await savePart(tx, table, { before, change, act });
  return held;
}

function overtaken(row: object, fields: ProductFact["fields"]): string[] {
  const now = JSON.parse(JSON.stringify(row)) as Record<string, unknown>;
  return Object.entries(fields)
    .filter(([field, { to }]) => inOneOrder(now[field]) !== inOneOrder(to))
    .map(([field]) => field);
}

/** Parts of a value in one order, whoever wrote them. */
function inOneOrder(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
