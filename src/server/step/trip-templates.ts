import { sql, type RawBuilder } from "kysely";
import type { z } from "zod";
import { tripTemplateEndpoints, type TripTemplate } from "#contract/trip-template.ts";
import { mayDeleteFromCatalogue, mayReadCatalogue, mayWriteCatalogue } from "#domain/product/policy.ts";
import type { TemplateDay, TextByLanguage } from "#domain/step/step.ts";
import { Refusal, type FieldProblem } from "#domain/shared/refusal.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { listParts } from "#server/step/part-list.ts";
import { getPart, insertPart, partColumns, savePart, sentOnly, type StoredTemplate } from "#server/step/part-store.ts";

type TemplateBody = z.output<(typeof tripTemplateEndpoints)["editTripTemplate"]["body"]>;
type ShownStep = TripTemplate["days"][number]["steps"][number];

export const listTripTemplates = handle(tripTemplateEndpoints.listTripTemplates, {
  subject: nothing,
  allow: mayReadCatalogue,
  run: async ({ tx, query }) => {
    const also: RawBuilder<boolean>[] = query.stepId?.length
      ? [sql<boolean>`exists (select 1 from jsonb_array_elements(p.days) day where day -> 'stepIds' ?| ${query.stepId}::text[])`]
      : [];
    const { rows, nextCursor, total } = await listParts(tx, "trip_template", { query, also });
    return { data: await presentTemplates(tx, rows), page: { nextCursor }, ...(total === undefined ? {} : { total }) };
  },
});

export const showTripTemplate = handle(tripTemplateEndpoints.showTripTemplate, {
  subject: ({ tx, params }) => visibleTemplate(tx, params.id),
  allow: mayReadCatalogue,
  run: ({ tx, subject }) => showOneTemplate(tx, subject.id),
});

/** Without the right a record does not exist. */
export async function visibleTemplate(tx: ReadTx, id: string, also: { readonly deleted?: boolean } = {}): Promise<StoredTemplate> {
  if (!mayReadCatalogue(tx.actor)) throw new Refusal("request.notFound");
  return getPart(tx, "trip_template", { id, ...also });
}

export const createTripTemplate = handle(tripTemplateEndpoints.createTripTemplate, {
  subject: nothing,
  allow: mayWriteCatalogue,
  run: async ({ tx, body }) => {
    await refuseUnknownSteps(tx, body, undefined);
    return showOneTemplate(tx, await insertPart(tx, "trip_template", { ...templateColumns(tx, body, undefined), name: body.name }));
  },
});

const current = (tx: ReadTx, subject: StoredTemplate): Promise<TripTemplate> => showOneTemplate(tx, subject.id);

export const editTripTemplate = handle(tripTemplateEndpoints.editTripTemplate, {
  subject: ({ tx, params }) => visibleTemplate(tx, params.id),
  allow: mayWriteCatalogue,
  current,
  run: async ({ tx, subject, body }) => {
    await refuseUnknownSteps(tx, body, subject);
    await savePart(tx, "trip_template", { before: subject, change: templateColumns(tx, body, subject), act: "edited" });
    return showOneTemplate(tx, subject.id);
  },
});

export const deleteTripTemplate = handle(tripTemplateEndpoints.deleteTripTemplate, {
  subject: ({ tx, params }) => visibleTemplate(tx, params.id),
  allow: mayDeleteFromCatalogue,
  current,
  run: async ({ tx, subject }) => {
    await savePart(tx, "trip_template", { before: subject, change: { deleted_at: tx.at }, act: "deleted" });
  },
});

export const restoreTripTemplate = handle(tripTemplateEndpoints.restoreTripTemplate, {
  subject: ({ tx, params }) => visibleTemplate(tx, params.id, { deleted: true }),
  allow: mayDeleteFromCatalogue,
  run: async ({ tx, subject }) => {
    await savePart(tx, "trip_template", { before: subject, change: { deleted_at: null }, act: "restored" });
    return showOneTemplate(tx, subject.id);
  },
});

function templateColumns(tx: ReadTx, body: TemplateBody, before: StoredTemplate | undefined): Record<string, unknown> {
  return sentOnly({ ...partColumns(tx, body, before), days: body.days });
}

const daysOf = (row: StoredTemplate | undefined): TemplateDay[] => (row?.days ?? []) as unknown as TemplateDay[];

/** A step it had already may have been deleted since; one that is named anew must be there. */
async function refuseUnknownSteps(tx: ReadTx, body: TemplateBody, before: StoredTemplate | undefined): Promise<void> {
  const had = new Set(daysOf(before).flatMap(({ stepIds }) => stepIds));
  const asked = body.days ?? [];
  const fresh = asked.flatMap(({ stepIds }) => stepIds).filter((id) => !had.has(id));
  const rows =
    fresh.length === 0
      ? []
      : await tx.db
          .selectFrom("step")
          .select("id")
          .where("workspace_id", "=", tx.actor.workspaceId)
          .where("id", "in", fresh)
          .where("deleted_at", "is", null)
          .execute();
  const known = new Set([...had, ...rows.map(({ id }) => id)]);
  const problems: FieldProblem[] = asked.flatMap(({ stepIds }, day) =>
    stepIds.flatMap((id, index) => (known.has(id) ? [] : [{ pointer: `/days/${day}/stepIds/${index}`, code: "reference.unknown" }])),
  );
  if (problems.length > 0) throw new Refusal("request.invalid", {}, problems);
}

async function showOneTemplate(tx: ReadTx, id: string): Promise<TripTemplate> {
  const [template] = await presentTemplates(tx, [await getPart(tx, "trip_template", { id, deleted: true })]);
  if (!template) throw new Error("a trip template that was just loaded is gone");
  return template;
}

async function presentTemplates(tx: ReadTx, rows: readonly StoredTemplate[]): Promise<TripTemplate[]> {
  const ids = [...new Set(rows.flatMap((row) => daysOf(row).flatMap(({ stepIds }) => stepIds)))];
  const found =
    ids.length === 0
      ? []
      : (
          await sql<Omit<ShownStep, "isDeleted"> & { deleted: boolean }>`
            select id, name, kind, jsonb_array_length(products) as products, deleted_at is not null as deleted from step
            where workspace_id = ${tx.actor.workspaceId} and id = any (${ids}::uuid[])`.execute(tx.db)
        ).rows;
  const steps = new Map(found.map(({ deleted, ...step }) => [step.id, { ...step, isDeleted: deleted }]));
  return rows.map((row) => presentTemplate(tx, row, steps));
}

function presentTemplate(tx: ReadTx, row: StoredTemplate, steps: ReadonlyMap<string, ShownStep>): TripTemplate {
  return {
    id: row.id,
    name: row.name,
    publicName: row.public_name,
    destination: { country: row.country, place: row.place },
    publicText: row.public_text as unknown as TextByLanguage,
    days: daysOf(row).map(({ title, stepIds }) => ({ title, steps: stepIds.flatMap((id) => steps.get(id) ?? []) })),
    notes: row.notes,
    isArchived: row.archived_at !== null,
    can: { edit: mayWriteCatalogue(tx.actor), delete: mayDeleteFromCatalogue(tx.actor) },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    version: row.version,
  };
}
