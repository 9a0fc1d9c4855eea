import { sql } from "kysely";
import { mainAmong } from "#domain/contact/main-contact.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { lockRecords } from "#server/platform/lock-records.ts";

/** Where persons are linked: whose they are, and the order they were linked in. */
const LINKS = {
  client: { table: "client_contact", owner: "client_id", order: "created_at" },
  opportunity: { table: "opportunity_contact", owner: "opportunity_id", order: "position" },
} as const;
export type Linking = keyof typeof LINKS;

type Named = { readonly id: string; readonly name: string };
type Link = {
  readonly ownerId: string;
  readonly contactId: string;
  readonly name: string;
  readonly role: string | null;
  readonly isMain: boolean;
  readonly isDeleted: boolean;
};

/** Another person is the main contact now. */
export type NewMain = { readonly ownerId: string; readonly from: Named; readonly to: Named };

type Change = { readonly owners: readonly string[]; readonly steppingBack?: string; readonly write: () => Promise<unknown> };

/** The clients or opportunities that persons are linked to. */
export async function linkedTo(tx: ReadTx, linking: Linking, contactIds: readonly string[]): Promise<string[]> {
  if (contactIds.length === 0) return [];
  const { table, owner } = LINKS[linking];
  const { rows } = await sql<{ id: string }>`
    select distinct ${sql.ref(owner)} as id from ${sql.table(table)}
    where workspace_id = ${tx.actor.workspaceId} and contact_id = any (${[...contactIds]}::uuid[])`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Writes links, or what makes persons come and go; then each owner that has persons has one main contact. Tells where it is another. */
export async function keepOneMain(tx: WriteTx, linking: Linking, { owners, steppingBack, write }: Change): Promise<NewMain[]> {
  await lockRecords(tx, owners);
  const before = mainsIn(await linksOf(tx, linking, owners));
  await write();
  const links = await linksOf(tx, linking, owners);
  const chosen = new Map<string, Link>();
  for (const [ownerId, all] of Map.groupBy(links, (link) => link.ownerId)) {
    const main = mainAmong(
      all.filter((link) => !link.isDeleted),
      steppingBack,
    );
    if (main) chosen.set(ownerId, main);
  }
  // A person who is deleted is the main contact of nobody.
  const leaving = links.filter((link) => link.isMain && chosen.get(link.ownerId) !== link);
  const coming = [...chosen.values()].filter((link) => !link.isMain);
  await setMain(tx, linking, leaving, false);
  await setMain(tx, linking, coming, true);
  return [...chosen].flatMap(([ownerId, { contactId, name }]) => {
    const from = before.get(ownerId);
    return from && from.id !== contactId ? [{ ownerId, from, to: { id: contactId, name } }] : [];
  });
}

function mainsIn(links: readonly Link[]): Map<string, Named> {
  return new Map(links.filter((link) => link.isMain).map(({ ownerId, contactId, name }) => [ownerId, { id: contactId, name }]));
}

async function linksOf(tx: ReadTx, linking: Linking, owners: readonly string[]): Promise<Link[]> {
  if (owners.length === 0) return [];
  const { table, owner, order } = LINKS[linking];
  const { rows } = await sql<Link>`
    select l.${sql.ref(owner)} as "ownerId", l.contact_id as "contactId", p.name, l.role, l.is_main as "isMain", p.deleted_at is not null as "isDeleted"
    from ${sql.table(table)} l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
    where l.workspace_id = ${tx.actor.workspaceId} and l.${sql.ref(owner)} = any (${[...owners]}::uuid[])
    order by l.${sql.ref(order)}, l.contact_id`.execute(tx.db);
  return rows;
}

type Pair = { readonly ownerId: string; readonly contactId: string };

async function setMain(tx: WriteTx, linking: Linking, pairs: readonly Pair[], isMain: boolean): Promise<void> {
  if (pairs.length === 0) return;
  const { table, owner } = LINKS[linking];
  await sql`
    update ${sql.table(table)} l set is_main = ${isMain}
    from unnest(${pairs.map((pair) => pair.ownerId)}::uuid[], ${pairs.map((pair) => pair.contactId)}::uuid[]) as one (owner_id, contact_id)
    where l.workspace_id = ${tx.actor.workspaceId} and l.${sql.ref(owner)} = one.owner_id and l.contact_id = one.contact_id`.execute(tx.db);
}

/** The other one steps back first. Who is not linked any more does not come: false. */
export async function makeMain(tx: WriteTx, linking: Linking, ownerId: string, contactId: string): Promise<boolean> {
  const { table, owner } = LINKS[linking];
  const links = await linksOf(tx, linking, [ownerId]);
  if (!links.some((link) => link.contactId === contactId)) return false;
  await sql`update ${sql.table(table)} set is_main = false where workspace_id = ${tx.actor.workspaceId} and ${sql.ref(owner)} = ${ownerId} and is_main`.execute(
    tx.db,
  );
  await setMain(tx, linking, [{ ownerId, contactId }], true);
  return true;
}

export async function mainOf(tx: ReadTx, linking: Linking, ownerId: string): Promise<Named | undefined> {
  return mainsIn(await linksOf(tx, linking, [ownerId])).get(ownerId);
}
