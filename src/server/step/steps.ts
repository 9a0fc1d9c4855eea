import { sql, type RawBuilder } from "kysely";
import type { z } from "zod";
import { stepEndpoints, type Step } from "#contract/step.ts";
import { mayDeleteFromCatalogue, mayReadCatalogue, mayWriteCatalogue } from "#domain/product/policy.ts";
import { pictureProblems } from "#domain/step/step.ts";
import { Refusal, type FieldProblem } from "#domain/shared/refusal.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { listParts } from "#server/step/part-list.ts";
import { getPart, insertPart, partColumns, savePart, sentOnly, type StoredStep } from "#server/step/part-store.ts";
import { presentSteps } from "#server/step/present-step.ts";

type StepBody = z.output<(typeof stepEndpoints)["editStep"]["body"]>;

export const listSteps = handle(stepEndpoints.listSteps, {
  subject: nothing,
  allow: mayReadCatalogue,
  run: async ({ tx, query }) => {
    const also: RawBuilder<boolean>[] = [];
    if (query.kind?.length) also.push(sql<boolean>`p.kind = any (${query.kind})`);
    if (query.productId?.length)
      also.push(
        sql<boolean>`exists (select 1 from jsonb_array_elements(p.products) one where one ->> 'productId' = any (${query.productId}::text[]))`,
      );
    const { rows, nextCursor, total } = await listParts(tx, "step", { query, also });
    return { data: await presentSteps(tx, rows), page: { nextCursor }, ...(total === undefined ? {} : { total }) };
  },
});

export const showStep = handle(stepEndpoints.showStep, {
  subject: ({ tx, params }) => visibleStep(tx, params.id),
  allow: mayReadCatalogue,
  run: ({ tx, subject }) => showOneStep(tx, subject.id),
});

/** Without the right a record does not exist. */
export async function visibleStep(tx: ReadTx, id: string, also: { readonly deleted?: boolean } = {}): Promise<StoredStep> {
  if (!mayReadCatalogue(tx.actor)) throw new Refusal("request.notFound");
  return getPart(tx, "step", { id, ...also });
}

export const createStep = handle(stepEndpoints.createStep, {
  subject: nothing,
  allow: mayWriteCatalogue,
  run: async ({ tx, body }) => {
    await refuseImpossibleStep(tx, body, undefined);
    return showOneStep(tx, await insertPart(tx, "step", { kind: "day", ...stepColumns(tx, body, undefined), name: body.name }));
  },
});

const current = (tx: ReadTx, subject: StoredStep): Promise<Step> => showOneStep(tx, subject.id);

export const editStep = handle(stepEndpoints.editStep, {
  subject: ({ tx, params }) => visibleStep(tx, params.id),
  allow: mayWriteCatalogue,
  current,
  run: async ({ tx, subject, body }) => {
    await refuseImpossibleStep(tx, body, subject);
    await savePart(tx, "step", { before: subject, change: stepColumns(tx, body, subject), act: "edited" });
    return showOneStep(tx, subject.id);
  },
});

export const deleteStep = handle(stepEndpoints.deleteStep, {
  subject: ({ tx, params }) => visibleStep(tx, params.id),
  allow: mayDeleteFromCatalogue,
  current,
  run: async ({ tx, subject }) => {
    await savePart(tx, "step", { before: subject, change: { deleted_at: tx.at }, act: "deleted" });
  },
});

export const restoreStep = handle(stepEndpoints.restoreStep, {
  subject: ({ tx, params }) => visibleStep(tx, params.id, { deleted: true }),
  allow: mayDeleteFromCatalogue,
  run: async ({ tx, subject }) => {
    await savePart(tx, "step", { before: subject, change: { deleted_at: null }, act: "restored" });
    return showOneStep(tx, subject.id);
  },
});

export async function showOneStep(tx: ReadTx, id: string): Promise<Step> {
  const [step] = await presentSteps(tx, [await getPart(tx, "step", { id, deleted: true })]);
  if (!step) throw new Error("a step that was just loaded is gone");
  return step;
}

function stepColumns(tx: ReadTx, body: StepBody, before: StoredStep | undefined): Record<string, unknown> {
  return sentOnly({ ...partColumns(tx, body, before), kind: body.kind, products: body.products, pictures: body.pictures });
}

/** A product it had already may have been deleted since; one that is named anew must be there. */
async function refuseImpossibleStep(tx: ReadTx, body: StepBody, before: StoredStep | undefined): Promise<void> {
  const problems: FieldProblem[] = body.pictures ? pictureProblems((before?.pictures ?? []) as string[], body.pictures) : [];
  const asked = body.products ?? [];
  const had = new Set(((before?.products ?? []) as { productId: string }[]).map(({ productId }) => productId));
  const fresh = asked.map(({ productId }) => productId).filter((id) => !had.has(id));
  const rows =
    fresh.length === 0
      ? []
      : await tx.db
          .selectFrom("product")
          .select("id")
          .where("workspace_id", "=", tx.actor.workspaceId)
          .where("id", "in", fresh)
          .where("deleted_at", "is", null)
          .execute();
  const known = new Set([...had, ...rows.map(({ id }) => id)]);
  for (const [index, { productId }] of asked.entries())
    if (!known.has(productId)) problems.push({ pointer: `/products/${index}/productId`, code: "reference.unknown" });
  if (problems.length > 0) throw new Refusal("request.invalid", {}, problems);
}
