import type { Locale, Role } from "#domain/shared/actor.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { now } from "#server/platform/clock.ts";
import { brokenConstraint } from "#server/platform/database-errors.ts";
import type { Database } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";
import { hashPassword } from "#server/platform/secret.ts";
import { refuseWeak } from "#server/session/passwords.ts";
import { writeAudit } from "#server/session/sessions.ts";

export type NewUser = {
  readonly workspaceId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Locale;
  readonly password: string | null;
};

/** A user made by the host: the first administrator, or from the command line. */
export async function createUser(database: Database, user: NewUser): Promise<string> {
  const email = user.email.trim().toLowerCase();
  if (user.password !== null) refuseWeak(user.password, { email, name: user.name });
  const id = newId();
  const password_hash = user.password === null ? null : await hashPassword(user.password);
  try {
    await database.within(user.workspaceId, async (db) => {
      await db
        .insertInto("app_user")
        .values({
          workspace_id: user.workspaceId,
          id,
          email,
          name: user.name,
          role: user.role,
          language: user.language,
          password_hash,
          created_at: now(),
          disabled_at: null,
          last_seen_at: null,
        })
        .execute();
      await writeAudit(db, { workspaceId: user.workspaceId, userId: id, kind: "user.created" });
    });
  } catch (error) {
    if (brokenConstraint(error) === "app_user_email_is_one_user_in_the_installation")
      throw new Refusal("email.taken", {}, [{ pointer: "/administrator/email", code: "value.invalid" }]);
    throw error;
  }
  return id;
}
