import { sql } from "kysely";
import { undoEndpoints } from "#contract/undo.ts";
import { keyToldAs } from "#domain/custom-field/custom-field.ts";
import { addDays } from "#domain/shared/day.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { settleMainContacts } from "#server/opportunity/keep-main-contacts.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { startWork } from "#server/platform/start-work.ts";
import { handle } from "#server/platform/handle.ts";
import type { StoredFact, ToldFact } from "#server/undo/stored-fact.ts";
import { isOfColumns, takeBack, takeBackColumns } from "#server/undo/take-back.ts";
import { deleteMade, madeAndUntouched } from "#server/undo/take-back-made.ts";
import { INVERSES, UNDO_DAYS } from "#server/undo/undoable.ts";

/** Between two, one sees how far it is, and may cancel it. */
const AT_ONCE = 250;
/** Above this many facts the undo goes on after the answer, as a job. */
const IN_A_REQUEST = 200;

type Undoing = { readonly force: boolean; readonly progress?: (done: number) => Promise<void> };

type StoredChange = {
  readonly id: string;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly origin: string;
  readonly undone_by: string | null;
};

export const undo = handle(undoEndpoints.undo, {
  subject: async ({ tx, body }) => getChange(tx, await meantBy(tx, body.token)),
  // One's own changes, or anybody's for an administrator; each verb's own right is asked again for each record.
  allow: (actor, subject) => subject.actor_id === actor.userId || actor.role === "administrator",
  run: async ({ tx, subject, body, effects }) => {
    const force = body.force ?? false;
    const { rows } = await sql<{ facts: number }>`select count(*)::integer as facts from (
      select 1 from fact where workspace_id = ${tx.actor.workspaceId} and change_id = ${subject.id} limit ${IN_A_REQUEST + 1}) few`.execute(
      tx.db,
    );
    if (Number(rows[0]?.facts) <= IN_A_REQUEST)
      return { undone: await undoChange(tx, subject, { force }), changeId: tx.change.id, jobId: null };
    refuseEnded(tx, subject);
    effects.status(202);
    return {
      undone: 0,
      changeId: tx.change.id,
      jobId: await startWork(tx, { kind: "undo", total: null, input: { token: subject.id, force } }),
    };
  },
});

function refuseEnded(tx: ReadTx, change: StoredChange): void {
  if (change.undone_by) throw new Refusal("undo.impossible", { reason: "undone" });
  if (addDays(dayInZone(change.at.toISOString(), tx.agency.timezone), UNDO_DAYS) < tx.today) throw new Refusal("undo.expired");
}

/** The token of a change of many rows is given before a job makes it: it means what the job made. */
async function meantBy(tx: ReadTx, token: string): Promise<string> {
  const { rows } = await sql<{ change_id: string }>`
    select j.change_id from fact f join job j on j.workspace_id = f.workspace_id and j.id = f.record_id
    where f.workspace_id = ${tx.actor.workspaceId} and f.change_id = ${token} and f.kind = 'job.started' and j.change_id is not null`.execute(
    tx.db,
  );
  return rows[0]?.change_id ?? token;
}

export async function getChange(tx: ReadTx, id: string): Promise<StoredChange> {
  const row = await tx.db
    .selectFrom("change")
    .select(["id", "at", "actor_id", "origin", "undone_by"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new Refusal("request.notFound");
  return row;
}

/** Everything a change did, taken back newest first; an undo is itself a change. Returns how many facts were undone. */
export async function undoChange(tx: WriteTx, change: StoredChange, { force, progress }: Undoing): Promise<number> {
  refuseEnded(tx, change);
  const { rows } =
    await sql<ToldFact>`select id, kind, record_type, record_id from fact where workspace_id = ${tx.actor.workspaceId} and change_id = ${change.id} order by id desc`.execute(
      tx.db,
    );
  // "import.done" and "job.started" only say that the others belong together.
  // A source or reason that an import made stays: other records may have it by now.
  const kept = new Set<string>(["import.done", "job.started", ...(change.origin === "import" ? ["parameter.created"] : [])]);
  const facts = rows.filter((fact) => !kept.has(fact.kind));
  if (facts.length === 0 || facts.some((fact) => INVERSES[fact.kind] === "cannot")) throw new Refusal("undo.impossible");
  // Said first: of many rows the facts are written as they come.
  tx.change.undoes(change.id);
  const made = await madeAndUntouched(tx, facts);
  const gone = new Set([...made.opportunity, ...made.contact, ...made.client]);
  const others = facts.filter(({ record_id }) => !gone.has(record_id));
  // What hangs on a record goes before it, clients last.
  const overtaken = await takeBackOneByOne(
    tx,
    others.filter(({ record_type }) => record_type !== "client"),
    { force, ...(progress ? { progress } : {}) },
  );
  await deleteMade(tx, "opportunity", made.opportunity);
  await deleteMade(tx, "contact", made.contact);
  const ofClients = others.filter(({ record_type }) => record_type === "client");
  overtaken.push(...(await takeBackOneByOne(tx, ofClients, { force })));
  await deleteMade(tx, "client", made.client);
  const idsOf = (...kinds: string[]): string[] => facts.filter(({ kind }) => kinds.includes(kind)).map(({ record_id }) => record_id);
  await settleMainContacts(tx, {
    contacts: facts.filter(({ record_type }) => record_type === "contact").map(({ record_id }) => record_id),
    clients: idsOf("client.contacts"),
    opportunities: idsOf("opportunity.contacts"),
  });
  if (overtaken.length > 0 && !force) throw new Refusal("undo.overtaken", { overtaken: await whoHolds(tx, overtaken, change) });
  await tx.db
    .updateTable("change")
    .set({ undone_by: tx.change.id })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", change.id)
    .execute();
  return facts.length;
}

/** Newest first; the values are read for some hundred at a time, and those of one sort are written together. */
async function takeBackOneByOne(tx: WriteTx, facts: readonly ToldFact[], { force, progress }: Undoing): Promise<Overtaken[]> {
  const overtaken: Overtaken[] = [];
  const hold = (fact: StoredFact, fields: readonly string[]): void => {
    for (const field of fields) overtaken.push({ record: fact.record_name, type: fact.record_type, id: fact.record_id, field });
  };
  for (let at = 0; at < facts.length; at += AT_ONCE) {
    const ids = facts.slice(at, at + AT_ONCE).map(({ id }) => id);
    const { rows } = await sql<StoredFact>`
      select id, kind, record_type, record_id, record_name, fields, at from fact where workspace_id = ${tx.actor.workspaceId} and id = any (${ids}::uuid[]) order by id desc`.execute(
      tx.db,
    );
    for (const run of runsOf(rows)) for (const [fact, fields] of await takeBackRun(tx, run, force)) hold(fact, fields);
    if (facts.length > AT_ONCE) await tx.change.flush();
    await progress?.(at + ids.length);
  }
  return overtaken;
}

async function takeBackRun(tx: WriteTx, run: readonly StoredFact[], force: boolean): Promise<ReadonlyMap<StoredFact, string[]>> {
  const [first] = run;
  return run.length === 1 && first ? new Map([[first, await takeBack(tx, first, force)]]) : takeBackColumns(tx, run, force);
}

/** In their order, those that can be written together: of the columns of opportunities, each opportunity once. */
function runsOf(facts: readonly StoredFact[]): StoredFact[][] {
  const runs: StoredFact[][] = [];
  let seen = new Set<string>();
  for (const fact of facts) {
    const run = runs.at(-1);
    const goesOn = run?.[0] && isOfColumns(run[0]) && isOfColumns(fact) && !seen.has(fact.record_id);
    if (!goesOn) seen = new Set();
    seen.add(fact.record_id);
    if (goesOn) run.push(fact);
    else runs.push([fact]);
  }
  return runs;
}

type Overtaken = { readonly record: string; readonly type: string; readonly id: string; readonly field: string };

/** Names the person and the moment of the later change that holds each field. */
async function whoHolds(tx: ReadTx, overtaken: readonly Overtaken[], change: StoredChange) {
  const held = [];
  for (const one of overtaken.slice(0, 50)) {
    const { rows } = await sql<{ name: string | null; at: Date }>`
      select u.name, f.at from fact f left join app_user u on u.workspace_id = f.workspace_id and u.id = f.actor_id
      where f.workspace_id = ${tx.actor.workspaceId} and f.record_id = ${one.id} and f.at >= ${change.at} and f.change_id <> ${change.id} and f.fields ? ${one.field}
      order by f.at desc limit 1`.execute(tx.db);
    held.push({
      record: one.record,
      field: keyToldAs(one.field)
        ? one.field
        : one.field.replace(/_minor$/, "").replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()),
      by: rows[0]?.name ?? null,
      at: rows[0]?.at.toISOString() ?? null,
    });
  }
  return held;
}
