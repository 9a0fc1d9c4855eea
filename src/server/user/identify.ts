import { sql } from "kysely";
import type { Locale, Role } from "#domain/shared/actor.ts";
import { effectiveRights, type RightOverrides } from "#domain/user/rights.ts";
import { now } from "#server/platform/clock.ts";
import type { Agency, Database } from "#server/platform/database.ts";
import type { Identity } from "#server/platform/http.ts";
import { hashToken } from "#server/platform/secret.ts";

type Found = { readonly identity: Identity; readonly expires: number; readonly kept: number };

/** How long an identity may be believed without asking again; a NOTIFY forgets it at once. */
const BELIEVED_MS = 30_000;

type Row = {
  user_id: string;
  user_name: string;
  role: Role;
  overrides: RightOverrides;
  user_language: Locale;
  disabled: boolean;
  team_ids: string[];
  mate_ids: string[];
  name: string;
  currency: string;
  timezone: string;
  country: string;
  language: Locale;
  rate_percent: string;
  rate_mode: "markup" | "margin";
};

/** Who asks, by session or key: asked of the database once, then believed for a moment. */
export class Identities {
  readonly #database: Database;
  readonly #known = new Map<string, Found>();
  /** While nobody tells us of ended sessions, nothing is believed. */
  #isTold = false;

  constructor(database: Database) {
    this.#database = database;
  }

  listening(isTold: boolean): void {
    this.#isTold = isTold;
    this.#known.clear();
  }

  forgetAll(): void {
    this.#known.clear();
  }

  async identify(token: { readonly session?: string; readonly key?: string }): Promise<Identity | undefined> {
    const secret = token.key ?? token.session ?? "";
    const known = this.#known.get(secret);
    const at = now().getTime();
    if (known && known.kept > performance.now() && known.expires > at) return known.identity;
    const found = await this.#ask(token, secret, at);
    if (found && this.#isTold) {
      if (this.#known.size > 5000) this.#known.clear();
      this.#known.set(secret, found);
    }
    return found?.identity;
  }

  async #ask(token: { readonly session?: string; readonly key?: string }, secret: string, at: number): Promise<Found | undefined> {
    const hash = hashToken(secret);
    const entry = await this.#database.lookUp(async (db) => {
      const { rows } = token.key
        ? await sql<{
            workspace_id: string;
            id: string;
            user_id: string;
            expires_at: Date | null;
            read_only: boolean;
          }>`select * from find_api_key(${hash})`.execute(db)
        : await sql<{
            workspace_id: string;
            id: string;
            user_id: string;
            expires_at: Date | null;
            read_only: boolean;
          }>`select *, false as read_only from find_session(${hash})`.execute(db);
      return rows[0];
    });
    if (!entry || (entry.expires_at && entry.expires_at.getTime() <= at)) return undefined;
    const who = await loadWho(this.#database, entry.workspace_id, entry.user_id);
    if (!who) return undefined;
    const identity: Identity = {
      ...who,
      origin: token.key ? "key" : "web",
      sessionId: token.key ? undefined : entry.id,
      readOnly: entry.read_only,
    };
    return { identity, expires: entry.expires_at?.getTime() ?? Infinity, kept: performance.now() + BELIEVED_MS };
  }
}

/** A user with rights, teams and agency; nobody when disabled. */
export async function loadWho(
  database: Database,
  workspaceId: string,
  userId: string,
): Promise<Pick<Identity, "actor" | "agency"> | undefined> {
  const row = await database.within(workspaceId, async (db) => {
    const { rows } = await sql<Row>`
      select u.id as user_id, u.name as user_name, u.role, u.overrides, u.language as user_language, u.disabled_at is not null as disabled,
        array(select m.team_id from team_member m join team t on t.workspace_id = m.workspace_id and t.id = m.team_id and t.deleted_at is null
          where m.workspace_id = u.workspace_id and m.user_id = u.id order by m.position, t.name)::text[] as team_ids,
        array(select distinct m.user_id from team_member mine join team t on t.workspace_id = mine.workspace_id and t.id = mine.team_id and t.deleted_at is null
          join team_member m on m.workspace_id = mine.workspace_id and m.team_id = mine.team_id
          where mine.workspace_id = u.workspace_id and mine.user_id = u.id)::text[] as mate_ids,
        w.name, w.currency, w.timezone, w.country, w.language, w.default_rate_percent as rate_percent, w.default_rate_mode as rate_mode
      from app_user u join workspace w on w.workspace_id = u.workspace_id
      where u.workspace_id = ${workspaceId} and u.id = ${userId}`.execute(db);
    return rows[0];
  });
  if (!row || row.disabled) return undefined;
  const agency: Agency = {
    id: workspaceId,
    name: row.name,
    currency: row.currency,
    timezone: row.timezone,
    country: row.country,
    language: row.language,
    defaultRatePercent: row.rate_percent,
    defaultRateMode: row.rate_mode,
  };
  return {
    agency,
    actor: {
      workspaceId,
      userId,
      name: row.user_name,
      role: row.role,
      rights: effectiveRights(row.role, row.overrides),
      teamIds: row.team_ids,
      mateIds: [...new Set([userId, ...row.mate_ids])],
      locale: row.user_language,
    },
  };
}
