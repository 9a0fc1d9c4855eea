import type pg from "pg";
import type { Locale, Role } from "#domain/shared/actor.ts";
import type { Installation } from "#server/admin/installation.ts";
import { now } from "#server/platform/clock.ts";
import { newId } from "#server/platform/new-id.ts";
import { withClient } from "#server/platform/roles.ts";
import { hashToken, newToken } from "#server/platform/secret.ts";
import { createUser } from "#server/user/create-user.ts";
import { createWorkspace, type NewAgency } from "#server/workspace/create-workspace.ts";

export const DEFAULT_AGENCY: NewAgency = {
  name: "Escale",
  country: "FR",
  currency: "EUR",
  language: "fr",
  timezone: "Europe/Paris",
};

/** What the host asked cannot be done; the sentence is for the terminal. */
export class AdminRefusal extends Error {}

type Row = { readonly workspace_id: string; readonly name: string };

async function ask<T extends pg.QueryResultRow>(installation: Installation, query: string, values: readonly unknown[] = []): Promise<T[]> {
  return withClient(installation.owner as pg.ClientConfig, async (client) => (await client.query<T>(query, [...values])).rows);
}

/** The workspace that was named, or the only one; on an empty database a first one is made with the defaults. */
export async function chosenWorkspace(installation: Installation, wanted: string | undefined): Promise<string> {
  const rows = await ask<Row>(installation, "select workspace_id, name from workspace order by created_at");
  if (wanted !== undefined) {
    const found = rows.find(({ workspace_id }) => workspace_id === wanted);
    if (!found) throw new AdminRefusal(`There is no workspace ${wanted}.`);
    return found.workspace_id;
  }
  const [only, ...others] = rows;
  if (!only) return createWorkspace(installation.database, DEFAULT_AGENCY);
  if (others.length > 0)
    throw new AdminRefusal(
      `There are several workspaces; name one with --workspace:\n${rows.map(({ workspace_id, name }) => `  ${workspace_id}  ${name}`).join("\n")}`,
    );
  return only.workspace_id;
}

export async function createAgency(installation: Installation, agency: NewAgency): Promise<string> {
  return createWorkspace(installation.database, agency);
}

type NewPerson = {
  readonly workspace: string | undefined;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Undefined: the agency's. */
  readonly language: Locale | undefined;
  /** Null: signs in after a reset or an invitation. */
  readonly password: string | null;
};

export async function createPerson(installation: Installation, person: NewPerson): Promise<{ id: string; workspaceId: string }> {
  const workspaceId = await chosenWorkspace(installation, person.workspace);
  const [agency] = await ask<{ language: Locale }>(installation, "select language from workspace where workspace_id = $1", [workspaceId]);
  const id = await createUser(installation.database, {
    workspaceId,
    email: person.email,
    name: person.name,
    role: person.role,
    language: person.language ?? agency?.language ?? "en",
    password: person.password,
  });
  return { id, workspaceId };
}

type NewKey = { readonly user: string; readonly name: string; readonly readOnly: boolean };

/** The key is told once, here; only its hash is kept. */
export async function createKeyFor(installation: Installation, { user, name, readOnly }: NewKey): Promise<string> {
  const [found] = await ask<{ workspace_id: string; id: string; disabled_at: Date | null }>(
    installation,
    "select workspace_id, id, disabled_at from app_user where email = $1",
    [user.trim().toLowerCase()],
  );
  if (!found) throw new AdminRefusal(`There is no user ${user}.`);
  if (found.disabled_at) throw new AdminRefusal(`The user ${user} is disabled.`);
  const key = newToken("esc_");
  await installation.database.within(found.workspace_id, (db) =>
    db
      .insertInto("api_key")
      .values({
        workspace_id: found.workspace_id,
        id: newId(),
        token_hash: hashToken(key),
        hint: `${key.slice(0, 8)}…`,
        name,
        user_id: found.id,
        read_only: readOnly,
        created_at: now(),
        expires_at: null,
        revoked_at: null,
      })
      .execute(),
  );
  return key;
}
