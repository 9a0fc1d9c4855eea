import { sql } from "kysely";
import type { ImportKind } from "#domain/exchange/fields.ts";
import type { KnownStage } from "#domain/exchange/stage-guess.ts";
import { mayReadContacts } from "#domain/contact/policy.ts";
import { inScope } from "#domain/opportunity/policy.ts";
import type { Stage } from "#domain/pipeline/pipeline.ts";
import { foldName } from "#domain/exchange/names.ts";
import type { ClientColumns } from "#server/client/client-store.ts";
import type { ContactColumns } from "#server/contact/contact-store.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import type { KnownTag } from "#domain/tag/tags.ts";
import { knownTags } from "#server/tag/tag-store.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { LOCALES } from "#domain/shared/actor.ts";
import { parameterName, type ParameterList } from "#words/parameter-words.ts";

type Named = { readonly id: string; readonly name: string; readonly word: string | null };

/** The lists of the agency, read once for a whole file. */
export type KnownLists = {
  readonly stages: readonly (Stage & KnownStage)[];
  readonly users: ReadonlyMap<string, string>;
  /** The first team of each user. */
  readonly teams: ReadonlyMap<string, string>;
  readonly entries: Record<"client_kind" | "source" | "lost_reason" | "tag", Map<string, string>>;
  /** Tags by id; those the file makes are added. */
  readonly tags: Map<string, KnownTag>;
  /** Stages, users and entries of lists by id, in the reader's language. */
  readonly names: ReadonlyMap<string, string>;
};

export async function knownLists(tx: ReadTx): Promise<KnownLists> {
  const workspaceId = tx.actor.workspaceId;
  const { rows: stages } = await sql<Named & { pipeline_id: string; position: number; probability_percent: number; stale_days: number }>`
    select s.id, s.name, s.word, s.pipeline_id, s.position, s.probability_percent, s.stale_days
    from stage s join pipeline p on p.workspace_id = s.workspace_id and p.id = s.pipeline_id
    where s.workspace_id = ${workspaceId} and s.deleted_at is null and p.deleted_at is null order by p.position, s.position`.execute(tx.db);
  const { rows: users } = await sql<{ id: string; email: string; name: string; team_id: string | null }>`
    select u.id, u.email, u.name, (select m.team_id from team_member m join team t on t.workspace_id = m.workspace_id and t.id = m.team_id and t.deleted_at is null
      where m.workspace_id = u.workspace_id and m.user_id = u.id order by m.position, t.name limit 1) as team_id
    from app_user u where u.workspace_id = ${workspaceId} and u.disabled_at is null`.execute(tx.db);
  const lists = {
    client_kind: await entriesOf(tx, "client_kind", "clientKind"),
    source: await entriesOf(tx, "source", "source"),
    lost_reason: await entriesOf(tx, "lost_reason", "lostReason"),
  };
  const tags = await tx.db.selectFrom("tag").select(["id", "name", "deleted_at"]).where("workspace_id", "=", workspaceId).execute();
  return {
    stages: stages.map((row) => ({
      id: row.id,
      names: namesOf("stage", row),
      pipelineId: row.pipeline_id,
      position: row.position,
      probabilityPercent: row.probability_percent,
      staleDays: row.stale_days,
    })),
    users: new Map(users.flatMap(({ id, email, name }) => [[foldName(email), id] as const, [foldName(name), id] as const])),
    teams: new Map(users.flatMap(({ id, team_id }) => (team_id === null ? [] : [[id, team_id] as const]))),
    entries: {
      client_kind: lists.client_kind.ids,
      source: lists.source.ids,
      lost_reason: lists.lost_reason.ids,
      tag: new Map(tags.flatMap(({ id, name, deleted_at }) => (deleted_at ? [] : [[foldName(name), id] as const]))),
    },
    tags: new Map(await knownTags(tx)),
    names: new Map([
      ...stages.map((row) => [row.id, parameterName("stage", row, tx.actor.locale)] as const),
      ...users.map(({ id, name }) => [id, name] as const),
      ...tags.map(({ id, name }) => [id, name] as const),
      ...Object.values(lists).flatMap(({ names }) => names),
    ]),
  };
}

function namesOf(list: ParameterList, row: Named): string[] {
  return [row.name, ...LOCALES.map((locale) => parameterName(list, row, locale))];
}

type Entries = { readonly ids: Map<string, string>; readonly names: readonly (readonly [string, string])[] };

/** By every name it has in one of the languages. */
async function entriesOf(tx: ReadTx, table: "client_kind" | "source" | "lost_reason", list: ParameterList): Promise<Entries> {
  const rows = await tx.db
    .selectFrom(table)
    .select(["id", "name", "word"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("deleted_at", "is", null)
    .orderBy("position", "desc")
    .execute();
  return {
    ids: new Map(rows.flatMap((row) => namesOf(list, row).map((name) => [foldName(name), row.id] as const))),
    names: rows.map((row) => [row.id, parameterName(list, row, tx.actor.locale)] as const),
  };
}

const TYPES = { clients: "client", contacts: "contact", opportunities: "opportunity" } as const;
type RowOf = { clients: ClientColumns; contacts: ContactColumns; opportunities: OpportunityColumns };

/** Records that have these ids in the other system, by that id. */
export async function byExternalId<Kind extends ImportKind>(
  tx: ReadTx,
  kind: Kind,
  source: string,
  externals: readonly string[],
): Promise<Map<string, RowOf[Kind]>> {
  if (externals.length === 0) return new Map();
  const { rows } = await sql<{ external: string; record: RowOf[Kind] & { id: string } }>`
    select e.external, e.record_id as id, r.* from external_id e
    join ${sql.table(TYPES[kind])} r on r.workspace_id = e.workspace_id and r.id = e.record_id and r.deleted_at is null
    where e.workspace_id = ${tx.actor.workspaceId} and e.record_type = ${TYPES[kind]} and e.source = ${source} and e.external = any (${[...externals]})`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.external, row as unknown as RowOf[Kind]]));
}

export async function byNumber(tx: ReadTx, numbers: readonly string[]): Promise<Map<string, OpportunityColumns>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom("opportunity")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("number", "in", [...numbers])
    .where("deleted_at", "is", null)
    .execute();
  return new Map(rows.map((row) => [row.number, row]));
}

export async function byEmail(tx: ReadTx, emails: readonly string[]): Promise<Map<string, ContactColumns[]>> {
  const found = new Map<string, ContactColumns[]>();
  if (emails.length === 0) return found;
  const rows = await tx.db
    .selectFrom("contact")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where(
      sql<string>`lower(email)`,
      "in",
      emails.map((email) => email.toLowerCase()),
    )
    .where("deleted_at", "is", null)
    .execute();
  for (const row of rows) {
    const key = (row.email ?? "").toLowerCase();
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

/** A client as a name in a file may mean it. */
export type KnownClient = { readonly id: string; readonly name: string; readonly city: string | null };

/** Every client by its folded name: asked once, a file may name any of them. */
export async function clientsByName(tx: ReadTx): Promise<Map<string, KnownClient[]>> {
  const rows = await tx.db
    .selectFrom("client")
    .select(["id", "name", "city"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("deleted_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const found = new Map<string, KnownClient[]>();
  for (const { id, name, city } of rows) {
    const key = foldName(name);
    const same = found.get(key);
    if (same) same.push({ id, name, city });
    else found.set(key, [{ id, name, city }]);
  }
  return found;
}

/** Names of people, folded, whatever their clients: a new one of the same name may be the same person. */
export async function contactNames(tx: ReadTx): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom("contact")
    .select("name")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("deleted_at", "is", null)
    .execute();
  return new Set(rows.map(({ name }) => foldName(name ?? "")));
}

/** People by their folded names, for whoever may see them: a file may name the contact instead of giving an address. */
export async function contactsByName(tx: ReadTx): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (!mayReadContacts(tx.actor)) return found;
  const rows = await tx.db
    .selectFrom("contact")
    .select(["id", "name"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("deleted_at", "is", null)
    .execute();
  for (const { id, name } of rows) {
    const key = foldName(name ?? "");
    found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}

/** "client id / folded name" of the opportunities the importing user may see. */
export async function opportunityNames(tx: ReadTx): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom("opportunity")
    .select(["client_id", "name", "manager_id", "team_id"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("deleted_at", "is", null)
    .execute();
  const seen = rows.filter((row) => inScope(tx.actor, { managerId: row.manager_id, teamId: row.team_id }));
  return new Set(seen.map(({ client_id, name }) => `${client_id} ${foldName(name)}`));
}

/** E-mail addresses whose owner said no to the newsletter, deleted people included. */
export async function refusedNewsletters(tx: ReadTx, emails: readonly string[]): Promise<Set<string>> {
  if (emails.length === 0) return new Set();
  const rows = await tx.db
    .selectFrom("contact")
    .select(sql<string>`lower(email)`.as("email"))
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("newsletter", "=", false)
    .where(
      sql<string>`lower(email)`,
      "in",
      emails.map((email) => email.toLowerCase()),
    )
    .execute();
  return new Set(rows.map(({ email }) => email));
}

/** Clients that have a main contact already. */
export async function clientsWithMain(tx: ReadTx): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom("client_contact")
    .select("client_id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("is_main", "=", true)
    .execute();
  return new Set(rows.map((row) => row.client_id));
}
