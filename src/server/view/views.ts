import { fieldsChanged } from "#domain/shared/fact.ts";
import { sql, type RawBuilder } from "kysely";
import { viewEndpoints, type View } from "#contract/view.ts";
import type { Actor } from "#domain/shared/actor.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import {
  BUILT_IN_VIEWS,
  hasBoard,
  isBuiltIn,
  mayEditView,
  mayReadList,
  mayShareView,
  VIEW_RESOURCES,
  type ViewResource,
} from "#domain/view/view.ts";
import type { CustomField } from "#domain/custom-field/custom-field.ts";
import { customFieldsNamed, withCustomOrders } from "#server/custom-field/custom-conditions.ts";
import { judgedFilter } from "#server/custom-field/record-filter.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { readKeyset } from "#server/platform/keyset.ts";
import { findViews, getView, insertView, saveView, sharedOf, showView, writeChoice, type ViewColumns } from "#server/view/view-store.ts";
import { VIEWED_LISTS } from "#server/view/viewed-lists.ts";

/** Whoever may read one list has its views. */
const mayReadSome = (actor: Actor, resource: ViewResource | undefined): boolean =>
  (resource === undefined ? VIEW_RESOURCES : [resource]).some((one) => mayReadList(actor, one));

export const listViews = handle(viewEndpoints.listViews, {
  subject: nothing,
  allow: (actor, _nothing, { query }) => mayReadSome(actor, query.resource),
  run: async ({ tx, query }) => ({ data: await findViews(tx, query.resource) }),
});

/** Counted no further: "more than" is all that a number beside a name can say. */
const MOST_COUNTED = 10_000;
const MOST_VIEWS = 30;

/** One statement for all of them, each by the index that fits it. */
export const countViews = handle(viewEndpoints.countViews, {
  subject: nothing,
  allow: (actor, _nothing, { query }) => mayReadSome(actor, query.resource),
  run: async ({ tx, query }) => {
    const views = await findViews(tx, query.resource);
    return {
      data: await countsOf(
        tx,
        views.filter((view) => view.pinned || view.attention),
      ),
    };
  },
});

export async function countsOf(tx: ReadTx, asked: readonly View[]): Promise<{ id: string; count: number }[]> {
  const views = asked.filter((view) => view.can.use).slice(0, MOST_VIEWS);
  if (views.length === 0) return [];
  const counts: RawBuilder<unknown>[] = [];
  const customFields = await customFieldsOfLists(tx, views);
  for (const { resource, filter } of views) {
    const rows = VIEWED_LISTS[resource].rowsOf(tx, { filter, customFields: customFields[resource] });
    counts.push(sql`(select count(*) from (${rows} limit ${MOST_COUNTED}) found)`);
  }
  const { rows } = await sql<{ counts: string[] }>`select array[${sql.join(counts)}]::text[] as counts`.execute(tx.db);
  return views.map(({ id }, index) => ({ id, count: Number(rows[0]?.counts[index] ?? 0) }));
}

/** What the filters of each list may name. */
async function customFieldsOfLists(tx: ReadTx, views: readonly View[]): Promise<Record<ViewResource, readonly CustomField[]>> {
  const named: Record<ViewResource, readonly CustomField[]> = { opportunities: [], clients: [], contacts: [] };
  for (const [resource, some] of Map.groupBy(views, (view) => view.resource))
    named[resource] = await customFieldsNamed(tx, VIEWED_LISTS[resource].filtered.record, { all: some.map(({ filter }) => filter) });
  return named;
}

export const createView = handle(viewEndpoints.createView, {
  subject: nothing,
  allow: (actor, _nothing, { body }) =>
    mayReadList(actor, body.resource) && mayShareView(actor, { visibility: body.visibility, teamId: body.teamId ?? null }),
  run: async ({ tx, body }) => {
    const columns = await columnsFrom(tx, body.resource, body);
    const id = await insertView(tx, {
      resource: body.resource,
      name: body.name,
      shape: body.shape,
      filter: columns.filter,
      columns: body.columns ?? null,
      sort: body.sort ?? null,
      visibility: body.visibility,
      team_id: columns.team_id ?? null,
      position: body.position ?? 0,
    });
    return showView(tx, id);
  },
});

export const editView = handle(viewEndpoints.editView, {
  subject: ({ tx, params }) => getView(tx, params.id),
  allow: (actor, view, { body }) => {
    const shared = sharedOf(view);
    if (!mayReadList(actor, view.resource) || !mayEditView(actor, shared)) return false;
    const visibility = body.visibility ?? shared.visibility;
    const teamId = body.teamId === undefined ? shared.teamId : body.teamId;
    // Whoever may no longer share keeps what is shared as it is.
    return (visibility === shared.visibility && teamId === shared.teamId) || mayShareView(actor, { visibility, teamId });
  },
  current: (tx, view) => showView(tx, view.id),
  run: async ({ tx, subject, body }) => {
    const visibility = body.visibility ?? (subject.visibility as View["visibility"]);
    const teamId = visibility === "team" ? (body.teamId === undefined ? subject.team_id : body.teamId) : null;
    await saveView(tx, subject, await columnsFrom(tx, subject.resource, { ...body, visibility, teamId }), "view.edited");
    return showView(tx, subject.id);
  },
});

export const deleteView = handle(viewEndpoints.deleteView, {
  subject: ({ tx, params }) => getView(tx, params.id),
  allow: (actor, view) => mayEditView(actor, sharedOf(view)),
  current: (tx, view) => showView(tx, view.id),
  run: ({ tx, subject }) => saveView(tx, subject, { deleted_at: tx.at }, "view.deleted"),
});

export const chooseView = handle(viewEndpoints.chooseView, {
  subject: async ({ tx, params }) => {
    if (!isBuiltIn(params.id)) return showView(tx, uuidOf(params.id));
    const found = (await findViews(tx, BUILT_IN_VIEWS[params.id].resource)).find(({ id }) => id === params.id);
    if (!found) throw new Refusal("request.notFound");
    return found;
  },
  allow: (actor, { resource }) => mayReadList(actor, resource),
  run: async ({ tx, subject, body }) => {
    const before = { isDefault: subject.isDefault, pinned: subject.pinned };
    const after = { isDefault: body.isDefault ?? before.isDefault, pinned: body.pinned ?? before.pinned };
    const fields = fieldsChanged(before, after);
    if (Object.keys(fields).length > 0) {
      await writeChoice(tx, subject, after);
      tx.change.tell({ kind: "user.preferences", type: "user", id: tx.actor.userId, name: tx.actor.name, fields });
    }
    return { ...subject, ...after };
  },
});

function uuidOf(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new Refusal("request.notFound");
  return id;
}

type Body = Partial<Pick<View, "name" | "shape" | "columns" | "sort" | "visibility" | "teamId" | "position">> & {
  readonly filter?: unknown;
};
type Given = { readonly [Key in keyof Body]?: Body[Key] | undefined };

/** The columns a body asks for: filter and order as the list itself would take them. */
async function columnsFrom(tx: ReadTx, resource: ViewResource, body: Given): Promise<ViewColumns> {
  const { filter, teamId, sort, ...plain } = body;
  const { filtered } = VIEWED_LISTS[resource];
  if (body.shape === "board" && !hasBoard(resource)) throw refuseField("/shape", "value.notInList");
  if (typeof sort === "string") await refuseUnknownSort(tx, resource, { sort, shape: body.shape });
  if (body.visibility === "team") await refuseUnknownTeam(tx, teamId ?? null);
  const judged = async () => judgedFilter(tx, filtered, { filter, customFields: await customFieldsNamed(tx, filtered.record, filter) });
  const columns = {
    ...plain,
    ...(filter === undefined ? {} : { filter: await judged() }),
    ...(sort === undefined ? {} : { sort }),
    ...(body.visibility === undefined ? {} : { team_id: body.visibility === "team" ? (teamId ?? null) : null }),
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

const BOARD_ORDERS = ["nextActivity", "expectedCloseOn", "departsOn", "amount", "lastTouchAt"];

type Order = { readonly sort: string; readonly shape: View["shape"] | undefined };

async function refuseUnknownSort(tx: ReadTx, resource: ViewResource, { sort, shape }: Order): Promise<void> {
  // The board has orders of its own, by one word.
  if (hasBoard(resource) && shape !== "list" && BOARD_ORDERS.includes(sort)) return;
  const { orders, filtered } = VIEWED_LISTS[resource];
  readKeyset(await withCustomOrders(tx, filtered.record, { orders, sort }), sort, { cursor: undefined, filters: {} });
}

async function refuseUnknownTeam(tx: ReadTx, teamId: string | null): Promise<void> {
  if (teamId === null) throw refuseField("/teamId", "value.required");
  const team = await tx.db
    .selectFrom("team")
    .select("id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", teamId)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (!team) throw refuseField("/teamId", "reference.unknown");
}
