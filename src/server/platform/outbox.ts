import { sql, type Kysely } from "kysely";
import { now } from "#server/platform/clock.ts";
import type { Database } from "#server/platform/database.ts";
import type { DB } from "#server/platform/db.gen.ts";
import type { MailFate, Mailer } from "#server/platform/mailer.ts";
import { newId } from "#server/platform/new-id.ts";
import type { Effects } from "#server/platform/request.ts";

export type NewMail = {
  readonly workspaceId: string;
  readonly kind: string;
  readonly to: string;
  readonly userId: string | null;
  readonly notificationId?: string;
  readonly subject: string;
  readonly text: string;
};

/** A day of tries, further and further apart. */
const TRIES = 24;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 3_600_000;
/** Whoever began to send a mail this long ago is no more. */
const GIVEN_UP_MS = 300_000;
const SECRET_TRIES = 5;
/** Where a link that lets in stood. */
export const HIDDEN_LINK = "••••••";

/**
 * Every mail goes through it: written in the transaction of what it tells, sent by a job after the commit. It is taken by one
 * sender and marked before the server is called, so that nobody gets it twice; where it cannot be known whether it left, a
 * person decides.
 */
export class Outbox {
  readonly #database: Database;
  readonly #mailer: Mailer;
  readonly #log: (message: string, error: unknown) => void;

  constructor(database: Database, mailer: Mailer, log: (message: string, error: unknown) => void) {
    this.#database = database;
    this.#mailer = mailer;
    this.#log = log;
  }

  /** Mail is set up; otherwise the outbox shows what would have gone. */
  get isReady(): boolean {
    return this.#mailer.isReady;
  }

  close(): void {
    this.#mailer.close();
  }

  async put(db: Kysely<DB>, mail: NewMail): Promise<void> {
    const id = newId();
    await this.#insert(db, { ...mail, id }, this.isReady ? "queued" : "held");
    if (this.isReady) await enqueue(db, { workspaceId: mail.workspaceId, id });
  }

  /** Its link lets in: it is held in memory alone, and sent when what made it is written. */
  async putSecret(db: Kysely<DB>, mail: NewMail & { readonly link: string }, effects: Effects): Promise<void> {
    const { link, ...plain } = mail;
    const id = newId();
    await this.#insert(db, { ...plain, id, text: mail.text.replaceAll(link, HIDDEN_LINK) }, this.isReady ? "queued" : "held", true);
    if (this.isReady) effects.afterCommit(() => void this.#sendSecret({ ...plain, id }, 1));
  }

  /** Once more, because a person says so. */
  async again(db: Kysely<DB>, { workspaceId, id }: Address): Promise<void> {
    await db
      .updateTable("mail")
      .set({ state: "queued", tries: 0, error: null, next_try_at: new Date(now().getTime() + GIVEN_UP_MS) })
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", id)
      .execute();
    await enqueue(db, { workspaceId, id });
  }

  /** The job of one mail. */
  async send({ workspaceId, id }: Address): Promise<void> {
    const mail = await this.#database.within(workspaceId, (db) =>
      db
        .updateTable("mail")
        .set((row) => ({
          state: "sending",
          tries: row("tries", "+", 1),
          next_try_at: new Date(now().getTime() + GIVEN_UP_MS),
          error: null,
        }))
        .where("workspace_id", "=", workspaceId)
        .where("id", "=", id)
        .where("state", "=", "queued")
        .where("is_secret", "=", false)
        .returning(["address", "subject", "body", "tries"])
        .executeTakeFirst(),
    );
    if (!mail) return;
    const { address: to, subject, body: text, tries } = mail;
    await this.#record({ workspaceId, id }, await this.#deliver({ id, to, subject, text }), tries);
  }

  /** What no job will send: whose time has come again, and what was being sent by a process that is no more. */
  async sweep(workspaceId: string): Promise<void> {
    if (!this.isReady) return;
    const due = await this.#database.within(workspaceId, async (db) => {
      await sql`update mail set state = 'unsure', error = coalesce(error, 'interrupted') where workspace_id = ${workspaceId}
        and next_try_at <= ${now()} and (state = 'sending' or (state = 'queued' and is_secret))`.execute(db);
      return db
        .selectFrom("mail")
        .select("id")
        .where("workspace_id", "=", workspaceId)
        .where("state", "=", "queued")
        .where("is_secret", "=", false)
        .where("next_try_at", "<=", now())
        .orderBy("created_at")
        .limit(200)
        .execute();
    });
    for (const { id } of due) await this.send({ workspaceId, id });
  }

  async #deliver({ id, to, subject, text }: Delivery): Promise<MailFate> {
    const fate = await this.#mailer.deliver({ to, subject, text, messageId: `<${id}@escale>` });
    if (fate.is !== "sent") this.#log("mail not sent", new Error(fate.error));
    return fate;
  }

  /** Tried for half a minute; whoever asked for the link asks again. */
  async #sendSecret(mail: NewMail & { readonly id: string }, tries: number): Promise<void> {
    const fate = await this.#deliver(mail);
    if (fate.is === "later" && tries < SECRET_TRIES) {
      setTimeout(() => void this.#sendSecret(mail, tries + 1), 2 ** tries * 1000).unref();
      return;
    }
    const ended = fate.is === "later" ? { ...fate, is: "refused" as const } : fate;
    await this.#record(mail, ended, tries).catch((error: unknown) => this.#log("what became of a mail was not kept", error));
  }

  async #record({ workspaceId, id }: Address, fate: MailFate, tries: number): Promise<void> {
    const ended = fate.is === "later" && tries >= TRIES ? "refused" : fate.is;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
    const again = ended === "later" ? new Date(now().getTime() + wait) : null;
    const error = fate.is === "sent" ? null : fate.error;
    await this.#database.within(workspaceId, async (db) => {
      await db
        .updateTable("mail")
        .set({ state: STATES[ended], tries, error, next_try_at: again, sent_at: fate.is === "sent" ? now() : null })
        .where("workspace_id", "=", workspaceId)
        .where("id", "=", id)
        .execute();
      if (again) await enqueue(db, { workspaceId, id }, again);
    });
  }

  async #insert(db: Kysely<DB>, mail: NewMail & { readonly id: string }, state: string, isSecret = false): Promise<void> {
    const at = now();
    await db
      .insertInto("mail")
      .values({
        workspace_id: mail.workspaceId,
        id: mail.id,
        kind: mail.kind,
        user_id: mail.userId,
        notification_id: mail.notificationId ?? null,
        address: mail.to,
        subject: mail.subject,
        body: mail.text,
        is_secret: isSecret,
        state,
        next_try_at: state === "queued" ? new Date(at.getTime() + GIVEN_UP_MS) : null,
        created_at: at,
        sent_at: null,
        error: null,
      })
      .execute();
  }
}

const STATES = { sent: "sent", later: "queued", refused: "failed", unsure: "unsure" } as const;

type Address = { readonly workspaceId: string; readonly id: string };
type Delivery = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string };

/** The job runs after the commit; the sweep finds what its process could not do. */
async function enqueue(db: Kysely<DB>, { workspaceId, id }: Address, at: Date | null = null): Promise<void> {
  await sql`select enqueue_job('mail', ${JSON.stringify({ workspaceId, actorId: "", jobId: id })}::jsonb, ${at}::timestamptz)`.execute(db);
}
