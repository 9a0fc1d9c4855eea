import type pg from "pg";
import { inject } from "vitest";
import type { Locale, Role } from "#domain/shared/actor.ts";
import type { RightOverrides } from "#domain/user/rights.ts";
import { startApplication, webRootOf, type Application } from "#server/main/application.ts";
import { newId } from "#server/platform/new-id.ts";
import { withClient } from "#server/platform/roles.ts";
import { hashToken, newToken } from "#server/platform/secret.ts";
import { readSettings } from "#server/platform/settings-from-environment.ts";
import { createUser } from "#server/user/create-user.ts";
import { createWorkspace } from "#server/workspace/create-workspace.ts";
import { rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "..", "..");

/** A running Escale on a database of its own. */
export type Installation = {
  readonly application: Application;
  readonly owner: pg.ClientConfig;
  readonly app: pg.ClientConfig;
  readonly filesFolder: string;
  readonly stop: () => Promise<void>;
};

export async function startInstallation(environment: Record<string, string> = {}): Promise<Installation> {
  const cluster = inject("cluster");
  const name = `test_${newId().replaceAll("-", "")}`;
  await withClient(cluster.superuser, (client) => client.query(`create database ${name} template template_escale owner escale_owner`));
  const owner = { ...cluster.owner, database: name };
  const app = { ...cluster.app, database: name };
  const { settings } = readSettings(
    { PORT: "0", NODE_ENV: "test", LOG_LEVEL: "error", ESCALE_RATE_LIMIT: "0", ...environment },
    webRootOf(ROOT),
  );
  const filesFolder = path.join(os.tmpdir(), name);
  const application = await startApplication(settings, { owner, app, filesFolder });
  return {
    application,
    owner,
    app,
    filesFolder,
    stop: async () => {
      await application.close();
      await rm(filesFolder, { recursive: true, force: true });
      await withClient(cluster.superuser, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

export async function anAgency(
  installation: Installation,
  facts: { readonly name?: string; readonly language?: Locale; readonly currency?: string } = {},
): Promise<string> {
  return createWorkspace(installation.application.database, {
    name: facts.name ?? "Alpes & Escales",
    country: "FR",
    language: facts.language ?? "en",
    currency: facts.currency ?? "EUR",
    timezone: "Europe/Paris",
  });
}

/** An answer as a script sees it: whatever JSON came back. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

export type TestUser = { readonly id: string; readonly email: string; readonly key: string; readonly ask: Ask };
type Answer = { readonly status: number; readonly headers: Headers; readonly body: any };
type Options = { readonly body?: unknown; readonly headers?: Record<string, string> };
export type Ask = (method: string, path: string, options?: Options) => Promise<Answer>;

type UserFacts = {
  readonly role?: Role;
  readonly overrides?: RightOverrides;
  readonly teamIds?: readonly string[];
  readonly name?: string;
  readonly language?: Locale;
};

/** A user with an API key: what they may do is what is tested, not how they signed in. */
export async function aUser(installation: Installation, workspaceId: string, facts: UserFacts = {}): Promise<TestUser> {
  const { database, address } = installation.application;
  const email = `${newId()}@escale.example`;
  const id = await createUser(database, {
    workspaceId,
    email,
    name: facts.name ?? "Claire Lambert",
    role: facts.role ?? "administrator",
    language: facts.language ?? "en",
    password: null,
  });
  const key = newToken("esc_");
  await database.within(workspaceId, async (db) => {
    if (facts.overrides)
      await db
        .updateTable("app_user")
        .set({ overrides: JSON.stringify(facts.overrides) })
        .where("id", "=", id)
        .execute();
    for (const team_id of facts.teamIds ?? [])
      await db.insertInto("team_member").values({ workspace_id: workspaceId, team_id, user_id: id, position: 0 }).execute();
    await db
      .insertInto("api_key")
      .values({
        workspace_id: workspaceId,
        id: newId(),
        token_hash: hashToken(key),
        hint: "esc_",
        name: "test",
        user_id: id,
        created_at: new Date(),
        expires_at: null,
        revoked_at: null,
      })
      .execute();
  });
  return { id, email, key, ask: asker(address, { authorization: `Bearer ${key}` }) };
}

export async function aTeam(installation: Installation, workspaceId: string, name: string): Promise<string> {
  const id = newId();
  await installation.application.database.within(workspaceId, (db) =>
    db.insertInto("team").values({ workspace_id: workspaceId, id, name, created_at: new Date(), deleted_at: null }).execute(),
  );
  return id;
}

export function asker(address: string, standing: Record<string, string> = {}): Ask {
  return async (method, path, { body, headers = {} } = {}) => {
    const isText = typeof body === "string" || body instanceof Uint8Array;
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { ...standing, ...(body === undefined || isText ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: isText ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get("content-type") ?? "").includes("json");
    return { status: response.status, headers: response.headers, body: isJson && text !== "" ? JSON.parse(text) : text };
  };
}

/** An opportunity with only the facts that matter to a test. */
export async function anOpportunity(user: TestUser, facts: Record<string, unknown> = {}): Promise<Loose> {
  const answer = await user.ask("POST", "/opportunities", {
    body: { name: "Naples et côte amalfitaine", ...(facts["clientId"] ? {} : { client: { name: "Comité Lumière" } }), ...facts },
  });
  if (answer.status !== 201) throw new Error(`the builder was refused: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
