import { sql } from "kysely";
import { parameterEndpoints } from "#contract/parameter.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import type { RecordType } from "#domain/shared/fact.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";
import { parameterName, type ParameterList } from "#words/parameter-words.ts";

type List = {
  readonly table: "client_kind" | "source" | "lost_reason";
  readonly words: ParameterList;
  readonly type: RecordType;
  readonly used: string;
};

const KINDS: List = {
  table: "client_kind",
  words: "clientKind",
  type: "clientKind",
  used: "select count(*) from client r where r.workspace_id = p.workspace_id and r.kind_id = p.id and r.deleted_at is null",
};
const SOURCES: List = {
  table: "source",
  words: "source",
  type: "source",
  used: "select count(*) from opportunity r where r.workspace_id = p.workspace_id and r.source_id = p.id and r.deleted_at is null",
};
const REASONS: List = {
  table: "lost_reason",
  words: "lostReason",
  type: "lostReason",
  used: "select count(*) from opportunity r where r.workspace_id = p.workspace_id and r.lost_reason_id = p.id and r.deleted_at is null",
};

type Row = { id: string; name: string; word: string | null; position: number; version: number; in_use: string };

async function entries(tx: ReadTx, list: List): Promise<Row[]> {
  const { rows } = await sql<Row>`select p.id, p.name, p.word, p.position, p.version, (${sql.raw(list.used)}) as in_use
    from ${sql.table(list.table)} p where p.workspace_id = ${tx.actor.workspaceId} and p.deleted_at is null order by p.position, p.id`.execute(
    tx.db,
  );
  return rows;
}

function present(tx: ReadTx, list: List, row: Row) {
  return {
    id: row.id,
    name: parameterName(list.words, row, tx.actor.locale),
    position: row.position,
    inUse: Number(row.in_use),
    version: row.version,
  };
}

const all = (list: List) => ({
  subject: nothing,
  allow: signedIn,
  run: async ({ tx }: { tx: ReadTx }) => ({ data: (await entries(tx, list)).map((row) => present(tx, list, row)) }),
});

async function getEntry(tx: ReadTx, list: List, id: string): Promise<Row> {
  const row = (await entries(tx, list)).find((entry) => entry.id === id);
  if (!row) throw new Refusal("request.notFound");
  return row;
}

function refuseTaken(tx: ReadTx, list: List, rows: readonly Row[], wanted: { readonly name: string; readonly except?: string }): void {
  const taken = rows.some(
    (row) => row.id !== wanted.except && parameterName(list.words, row, tx.actor.locale).toLowerCase() === wanted.name.toLowerCase(),
  );
  if (taken) throw new Refusal("name.taken", {}, [{ pointer: "/name", code: "value.invalid" }]);
}

const create =
  (list: List) =>
  async ({ tx, body }: { tx: WriteTx; body: { name: string } }) => {
    const rows = await entries(tx, list);
    refuseTaken(tx, list, rows, body);
    const id = newId();
    const position = Math.max(-1, ...rows.map((row) => row.position)) + 1;
    await tx.db
      .insertInto(list.table)
      .values({ workspace_id: tx.actor.workspaceId, id, name: body.name, position, word: null, deleted_at: null })
      .execute();
    tx.change.tell({ kind: "parameter.created", type: list.type, id, name: body.name, fields: { name: { from: null, to: body.name } } });
    return present(tx, list, await getEntry(tx, list, id));
  };

type Change = { readonly name?: string | undefined; readonly position?: number | undefined };

const edit =
  (list: List) =>
  async ({ tx, subject, body }: { tx: WriteTx; subject: Row; body: Change }) => {
    const rows = await entries(tx, list);
    if (body.name !== undefined) refuseTaken(tx, list, rows, { name: body.name, except: subject.id });
    const fields: Record<string, { from: unknown; to: unknown }> = {};
    if (body.name !== undefined && body.name !== parameterName(list.words, subject, tx.actor.locale)) {
      fields["name"] = { from: subject.name, to: body.name };
      if (subject.word !== null) fields["word"] = { from: subject.word, to: null };
      // Renamed by a person: from now on the same in every language.
      await tx.db
        .updateTable(list.table)
        .set({ name: body.name, word: null })
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("id", "=", subject.id)
        .execute();
    }
    if (body.position !== undefined) {
      fields["position"] = { from: subject.position, to: body.position };
      await reorder(tx, list, rows.filter((row) => row.id !== subject.id).toSpliced(body.position, 0, subject));
    }
    if (Object.keys(fields).length > 0) {
      await tx.db
        .updateTable(list.table)
        .set({ version: subject.version + 1 })
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("id", "=", subject.id)
        .execute();
      tx.change.tell({ kind: "parameter.edited", type: list.type, id: subject.id, name: body.name ?? subject.name, fields });
    }
    return present(tx, list, await getEntry(tx, list, subject.id));
  };

async function reorder(tx: WriteTx, list: List, rows: readonly Row[]): Promise<void> {
  for (const [position, row] of rows.entries()) {
    if (row.position !== position)
      await tx.db
        .updateTable(list.table)
        .set({ position })
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("id", "=", row.id)
        .execute();
  }
}

const remove =
  (list: List) =>
  async ({ tx, subject }: { tx: WriteTx; subject: Row }) => {
    await tx.db
      .updateTable(list.table)
      .set({ deleted_at: tx.at })
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", subject.id)
      .execute();
    tx.change.tell({
      kind: "parameter.deleted",
      type: list.type,
      id: subject.id,
      name: subject.name,
      fields: { deleted_at: { from: null, to: tx.at.toISOString() } },
    });
  };

const one =
  (list: List) =>
  ({ tx, params }: { tx: ReadTx; params: { id: string } }) =>
    getEntry(tx, list, params.id);
const allow = mayChangeSettings;
const current = (list: List) => async (tx: ReadTx, subject: Row) => present(tx, list, subject);

export const listClientKinds = handle(parameterEndpoints.listClientKinds, all(KINDS));
export const createClientKind = handle(parameterEndpoints.createClientKind, { subject: nothing, allow, run: create(KINDS) });
export const editClientKind = handle(parameterEndpoints.editClientKind, {
  subject: one(KINDS),
  allow,
  current: current(KINDS),
  run: edit(KINDS),
});
export const deleteClientKind = handle(parameterEndpoints.deleteClientKind, {
  subject: one(KINDS),
  allow,
  current: current(KINDS),
  run: remove(KINDS),
});
export const listSources = handle(parameterEndpoints.listSources, all(SOURCES));
export const createSource = handle(parameterEndpoints.createSource, { subject: nothing, allow, run: create(SOURCES) });
export const editSource = handle(parameterEndpoints.editSource, {
  subject: one(SOURCES),
  allow,
  current: current(SOURCES),
  run: edit(SOURCES),
});
export const deleteSource = handle(parameterEndpoints.deleteSource, {
  subject: one(SOURCES),
  allow,
  current: current(SOURCES),
  run: remove(SOURCES),
});
export const listLostReasons = handle(parameterEndpoints.listLostReasons, all(REASONS));
export const createLostReason = handle(parameterEndpoints.createLostReason, { subject: nothing, allow, run: create(REASONS) });
export const editLostReason = handle(parameterEndpoints.editLostReason, {
  subject: one(REASONS),
  allow,
  current: current(REASONS),
  run: edit(REASONS),
});
export const deleteLostReason = handle(parameterEndpoints.deleteLostReason, {
  subject: one(REASONS),
  allow,
  current: current(REASONS),
  run: remove(REASONS),
});
