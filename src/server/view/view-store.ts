import { sql } from "kysely";
import type { View } from "#contract/view.ts";
import { conditionsIn, type FilterTree } from "#domain/filter/filter.ts";
import { fieldsChanged, type FactFields, type FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { may } from "#domain/user/rights.ts";
import {
  BUILT_IN_VIEWS,
  mayEditView,
  mayReadList,
  maySeeView,
  VIEW_RESOURCES,
  type BuiltIn,
  type BuiltInView,
  type ViewResource,
} from "#domain/view/view.ts";
import { maySeeField } from "#server/platform/filter-conditions.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";
import { VIEWED_LISTS } from "#server/view/viewed-lists.ts";
import { viewWords } from "#words/view-words.ts";

export type StoredView = {
  readonly id: string;
  readonly resource: ViewResource;
  readonly name: string;
  readonly shape: string;
  readonly filter: unknown;
  readonly columns: string[] | null;
  readonly sort: string | null;
  readonly visibility: string;
  readonly team_id: string | null;
  readonly owner_id: string;
  readonly position: number;
  readonly version: number;
  readonly deleted_at: Date | null;
};

/** What may change, as it is told. */
export type ViewColumns = Partial<Omit<StoredView, "id" | "resource" | "version" | "owner_id">>;

const COLUMNS = [
  "id",
  "resource",
  "name",
  "shape",
  "filter",
  "columns",
  "sort",
  "visibility",
  "team_id",
  "owner_id",
  "position",
  "version",
  "deleted_at",
] as const;

export const sharedOf = ({ owner_id, visibility, team_id }: Pick<StoredView, "owner_id" | "visibility" | "team_id">) => ({
  ownerId: owner_id,
  visibility,
  teamId: team_id,
});

/** A view that may not be seen does not exist. */
export async function getView(tx: ReadTx, id: string): Promise<StoredView> {
  const row = await tx.db
    .selectFrom("saved_view")
    .select(COLUMNS)
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  const view = row && stored(row);
  if (!view || !maySeeView(tx.actor, sharedOf(view))) throw new Refusal("request.notFound");
  return view;
}

/** The database refuses any other list. */
export const stored = <Row extends { readonly resource: string }>(row: Row): Row & { readonly resource: ViewResource } => ({
  ...row,
  resource: row.resource as ViewResource,
});

type Choice = { readonly isDefault: boolean; readonly pinned: boolean };
type Choices = ReadonlyMap<string, Choice>;

async function choicesOf(tx: ReadTx, resources: readonly ViewResource[]): Promise<Choices> {
  const rows = await tx.db
    .selectFrom("view_choice")
    .select(["view_id", "built_in", "is_default", "is_pinned"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("user_id", "=", tx.actor.userId)
    .where("resource", "in", resources)
    .execute();
  return new Map(rows.map((row) => [row.view_id ?? row.built_in ?? "", { isDefault: row.is_default, pinned: row.is_pinned }]));
}

/** Of one list, or of every list that the reader may see. */
export async function findViews(tx: ReadTx, asked: ViewResource | undefined): Promise<View[]> {
  const resources = (asked === undefined ? VIEW_RESOURCES : [asked]).filter((resource) => mayReadList(tx.actor, resource));
  if (resources.length === 0) return [];
  const choices = await choicesOf(tx, resources);
  const rows = await tx.db
    .selectFrom("saved_view")
    .select(COLUMNS)
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("resource", "in", resources)
    .where("deleted_at", "is", null)
    .where((where) => where.or([where("owner_id", "=", tx.actor.userId), where("visibility", "<>", "mine")]))
    .orderBy(sql`case visibility when 'mine' then 0 when 'team' then 1 else 2 end`)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const seen = rows.map(stored).filter((row) => maySeeView(tx.actor, sharedOf(row)));
  return resources.flatMap((resource) => [
    ...builtInOf(tx, resource, choices),
    ...seen.filter((row) => row.resource === resource).map((row) => presentView(tx, row, choices.get(row.id))),
  ]);
}

/** Those of the product come first, then one's own, the teams', everyone's. */
function builtInOf(tx: ReadTx, resource: ViewResource, choices: Choices): View[] {
  return (Object.entries(BUILT_IN_VIEWS) as [BuiltInView, BuiltIn][])
    .filter(([, view]) => view.resource === resource && (view.needs === undefined || may(tx.actor, view.needs, "read")))
    .map(([word, view], position) => presentBuiltIn(tx, word, { view, position, choice: choices.get(word) }));
}

export async function showView(tx: ReadTx, id: string): Promise<View> {
  const row = await getView(tx, id);
  return presentView(tx, row, (await choicesOf(tx, [row.resource])).get(id));
}

type Shown = { readonly view: BuiltIn; readonly position: number; readonly choice: Choice | undefined };

function presentBuiltIn({ actor }: ReadTx, word: BuiltInView, { view, position, choice }: Shown): View {
  return {
    id: word,
    resource: view.resource,
    name: viewWords[actor.locale][word],
    builtIn: true,
    attention: view.isAttention,
    shape: view.shape,
    filter: view.filter,
    columns: null,
    sort: view.sort,
    visibility: "everyone",
    teamId: null,
    ownerId: null,
    position,
    isDefault: choice?.isDefault ?? false,
    pinned: choice?.pinned ?? view.isPinned,
    can: { edit: false, delete: false, use: true },
    version: 1,
  };
}

function presentView(tx: ReadTx, row: StoredView, choice: Choice | undefined): View {
  const mayEdit = mayEditView(tx.actor, sharedOf(row));
  return {
    id: row.id,
    resource: row.resource,
    name: row.name,
    builtIn: false,
    attention: false,
    shape: row.shape as View["shape"],
    filter: row.filter,
    columns: row.columns,
    sort: row.sort,
    visibility: row.visibility as View["visibility"],
    teamId: row.team_id,
    ownerId: row.owner_id,
    position: row.position,
    isDefault: choice?.isDefault ?? false,
    pinned: choice?.pinned ?? false,
    can: { edit: mayEdit, delete: mayEdit, use: mayUse(tx, row) },
    version: row.version,
  };
}

/** A view shared by somebody who sees more may ask for what its reader may not see: it is told, not opened. */
function mayUse(tx: ReadTx, { resource, filter }: StoredView): boolean {
  const { fields } = VIEWED_LISTS[resource].filtered;
  return conditionsIn(filter as FilterTree).every(({ field }) => maySeeField(tx, fields[field]));
}

export type NewView = Omit<StoredView, "id" | "owner_id" | "version" | "deleted_at">;

export async function insertView(tx: WriteTx, { resource, ...row }: NewView): Promise<string> {
  const id = newId();
  await tx.db
    .insertInto("saved_view")
    .values({
      ...row,
      filter: JSON.stringify(row.filter),
      workspace_id: tx.actor.workspaceId,
      id,
      resource,
      owner_id: tx.actor.userId,
      created_at: tx.at,
      deleted_at: null,
    })
    .execute();
  tx.change.tell({ kind: "view.created", type: "view", id, name: row.name, fields: fieldsChanged({}, row), version: 1 });
  return id;
}

export async function saveView(tx: WriteTx, before: StoredView, change: ViewColumns, kind: FactKind): Promise<void> {
  const fields: FactFields = fieldsChanged(before as Record<string, unknown>, change as Record<string, unknown>);
  if (Object.keys(fields).length === 0) return;
  const { filter, ...columns } = change;
  await tx.db
    .updateTable("saved_view")
    .set({ ...columns, ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }), version: before.version + 1 })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", before.id)
    .execute();
  tx.change.tell({ kind, type: "view", id: before.id, name: change.name ?? before.name, fields, version: before.version + 1 });
}

export async function writeChoice(tx: WriteTx, view: View, choice: Choice): Promise<void> {
  const mine = { workspace_id: tx.actor.workspaceId, user_id: tx.actor.userId, resource: view.resource };
  if (choice.isDefault)
    await tx.db
      .updateTable("view_choice")
      .set({ is_default: false })
      .where("workspace_id", "=", mine.workspace_id)
      .where("user_id", "=", mine.user_id)
      .where("resource", "=", mine.resource)
      .where("is_default", "=", true)
      .execute();
  await sql`
    insert into view_choice (workspace_id, user_id, resource, id, view_id, built_in, is_default, is_pinned)
    values (${mine.workspace_id}, ${mine.user_id}, ${mine.resource}, gen_random_uuid(),
      ${view.builtIn ? null : view.id}::uuid, ${view.builtIn ? view.id : null}, ${choice.isDefault}, ${choice.pinned})
    on conflict on constraint view_choice_is_made_once do update set is_default = excluded.is_default, is_pinned = excluded.is_pinned`.execute(
    tx.db,
  );
}
