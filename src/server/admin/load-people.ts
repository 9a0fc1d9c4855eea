import { FIRST_NAMES, LAST_NAMES, LOAD_TAGS } from "#server/admin/load-words.ts";
import type { Database, WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";
import { createUser } from "#server/user/create-user.ts";

export type Person = { readonly id: string; readonly name: string };

const MANAGERS = 10;

export async function createManagers(database: Database, workspaceId: string): Promise<Person[]> {
  const suffix = workspaceId.slice(-6);
  const people: Person[] = [];
  for (let n = 1; n <= MANAGERS; n += 1) {
    const email = `manager${n}.${suffix}@load.example`;
    const found = await database.within(workspaceId, (db) =>
      db.selectFrom("app_user").select("id").where("email", "=", email).executeTakeFirst(),
    );
    const name = `${FIRST_NAMES[n * 3] ?? "Claire"} ${LAST_NAMES[n * 5] ?? "Lambert"}`;
    const id =
      found?.id ??
      (await createUser(database, {
        workspaceId,
        email,
        name,
        role: n === 1 ? "administrator" : "manager",
        language: "fr",
        password: null,
      }));
    people.push({ id, name });
  }
  return people;
}

/** The tags of the load agency, in their order; those there are stay. */
export async function createTags(tx: WriteTx): Promise<string[]> {
  const workspace_id = tx.actor.workspaceId;
  const ids: string[] = [];
  for (const name of LOAD_TAGS) {
    const found = await tx.db
      .selectFrom("tag")
      .select("id")
      .where("workspace_id", "=", workspace_id)
      .where("name", "=", name)
      .where("deleted_at", "is", null)
      .executeTakeFirst();
    const id = found?.id ?? newId();
    if (!found) await tx.db.insertInto("tag").values({ workspace_id, id, name, created_at: tx.at }).execute();
    ids.push(id);
  }
  return ids;
}
