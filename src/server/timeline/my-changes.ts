import { sql } from "kysely";
import { factEndpoints } from "#contract/fact.ts";
import { may } from "#domain/user/rights.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import { newestFirst, nextAfter } from "#server/platform/newest-first.ts";
import { INVERSES, isUndoable, UNDO_DAYS } from "#server/undo/undoable.ts";

type Row = {
  readonly id: string;
  readonly at: Date;
  readonly exact_at: string;
  readonly undone: boolean;
  readonly kind: string;
  readonly record_type: string;
  readonly record_id: string;
  readonly record_name: string;
  readonly count: number;
  readonly whole: boolean;
};

const UNDOABLE = Object.keys(INVERSES).filter(isUndoable);
/** They only say that the others of a change belong together. */
const NEUTRAL = ["import.done", "job.started"];
/** A large change is counted no further. */
const COUNTED = 1000;

/** What one did oneself and can take back, a change a row, for as long as that is possible. */
export const listMyChanges = handle(factEndpoints.listMyChanges, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx, query }) => {
    const since = new Date(tx.at.getTime() - UNDO_DAYS * 86_400_000);
    const { rows } = await sql<Row>`
      select c.id, c.at, c.at::text as exact_at, c.undone_by is not null as undone, first.*, facts.count::integer, facts.whole
      from (
        select c.* from change c
        where c.workspace_id = ${tx.actor.workspaceId} and c.actor_id = ${tx.actor.userId} and c.at > ${since} and c.undoes is null and c.origin <> 'system'
          and ${newestFirst(query.cursor, { at: "c.at", id: "c.id" })}
          and exists (select 1 from fact f where f.workspace_id = c.workspace_id and f.change_id = c.id and f.kind = any (${UNDOABLE}))
        order by c.at desc, c.id desc limit ${query.limit + 1}
      ) c
      cross join lateral (
        select f.kind, f.record_type, f.record_id, f.record_name from fact f
        where f.workspace_id = c.workspace_id and f.change_id = c.id and f.kind = any (${UNDOABLE}) order by f.id limit 1
      ) first
      cross join lateral (
        select count(distinct s.record_id) filter (where s.kind <> all (${NEUTRAL})) as count, bool_and(s.kind = any (${[...UNDOABLE, ...NEUTRAL]})) as whole
        from (select f.kind, f.record_id from fact f where f.workspace_id = c.workspace_id and f.change_id = c.id limit ${COUNTED}) s
      ) facts
      order by c.at desc, c.id desc`.execute(tx.db);
    return {
      data: rows.slice(0, query.limit).map((row) => ({
        changeId: row.id,
        at: row.at.toISOString(),
        kind: row.kind,
        record: {
          type: row.record_type,
          id: row.record_id,
          name: row.record_type === "contact" && !may(tx.actor, "contacts", "read") ? "" : row.record_name,
        },
        count: row.count,
        undone: row.undone,
        canUndo: row.whole && !row.undone,
      })),
      page: { nextCursor: nextAfter(rows, query.limit) },
    };
  },
});
