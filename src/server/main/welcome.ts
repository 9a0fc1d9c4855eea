import { sql } from "kysely";
import { welcomeEndpoints } from "#contract/welcome.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { isTimeZone } from "#domain/shared/zone.ts";
import type { Database } from "#server/platform/database.ts";
import type { FileStore } from "#server/platform/file-store.ts";
import { handleOpen } from "#server/platform/handle.ts";
import type { Outbox } from "#server/platform/outbox.ts";
import { hashToken, newToken } from "#server/platform/secret.ts";
import { refuseWeak } from "#server/session/passwords.ts";
import { openSession } from "#server/session/sessions.ts";
import { meOf } from "#server/session/show-me.ts";
import { createUser } from "#server/user/create-user.ts";
import { logoColumns } from "#server/workspace/agency.ts";
import { createWorkspace } from "#server/workspace/create-workspace.ts";
import { seedDemo } from "#server/main/seed-demo.ts";

/** The first visit: a link printed in the terminal, which works once and only while there is no user. */
export class Welcome {
  readonly token = newToken();
  readonly #hash = hashToken(this.token);
  readonly #database: Database;

  /** For the demo agency, if that is what is begun with. */
  readonly files: FileStore;

  constructor(database: Database, files: FileStore) {
    this.#database = database;
    this.files = files;
  }

  async isOpen(): Promise<boolean> {
    const { rows } = await this.#database.lookUp((db) => sql<{ any: boolean }>`select any_user_exists() as any`.execute(db));
    return rows[0]?.any === false;
  }

  async refuseUnless(token: string): Promise<void> {
    if (!hashToken(token).equals(this.#hash) || !(await this.isOpen())) throw new Refusal("link.unusable");
  }
}

export const welcomeHandlers = (welcome: Welcome, outbox: Outbox) => ({
  showWelcome: handleOpen(welcomeEndpoints.showWelcome, {
    open: async ({ database, params }) => {
      await welcome.refuseUnless(params.token);
      return { database: await database.answers(), mail: outbox.isReady };
    },
  }),
  createAgency: handleOpen(welcomeEndpoints.createAgency, {
    open: async ({ database, params, body, request, effects }) => {
      await welcome.refuseUnless(params.token);
      const { agency, administrator } = body;
      if (!isTimeZone(agency.timezone)) throw refuseField("/agency/timezone", "timezone.unknown");
      refuseWeak(administrator.password, administrator);
      const { logo, logo_type: logoType } = logoColumns(agency.logo ?? null);
      const workspaceId = await createWorkspace(database, { ...agency, logo, logoType, isDemo: body.start === "demo" });
      const userId = await createUser(database, { workspaceId, ...administrator, role: "administrator", language: agency.language });
      if (body.start === "demo") await seedDemo({ database, files: welcome.files }, { workspaceId, userId });
      await database.within(workspaceId, (db) => openSession(db, { workspaceId, userId, request, effects }));
      return { me: await meOf(database, workspaceId, userId) };
    },
  }),
});
