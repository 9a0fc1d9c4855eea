import { sql, type RawBuilder } from "kysely";
import type { MyDay, Watched } from "#contract/my-day.ts";
import { mayReadActivities } from "#domain/activity/policy.ts";
import { missingImportant } from "#domain/custom-field/custom-field.ts";
import { WATCH_REASONS, type WatchReason } from "#domain/opportunity/hygiene.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { withCustom } from "#server/custom-field/custom-conditions.ts";
import { customFieldsOf } from "#server/custom-field/custom-field-store.ts";
import { conditionsOf } from "#server/opportunity/opportunity-filter.ts";
import { fullRowsOf, presentOpportunity } from "#server/opportunity/present-opportunity.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { PREPARED } from "#server/platform/preparing-client.ts";

const SHOWN = 5;

type Totals = { readonly [Reason in WatchReason]?: string };
type FoundRow = { readonly id: string; readonly reason: WatchReason; readonly total: string; readonly totals: Totals };

/** Whoever may not read activities is not told what has none. */
function reasonsOf(tx: ReadTx): readonly WatchReason[] {
  return mayReadActivities(tx.actor) ? WATCH_REASONS : WATCH_REASONS.filter((reason) => reason !== "idle");
}

/** The reader's own open opportunities, each under its first reason; how many there are of each, by the list's own filters. */
export async function toWatch(tx: ReadTx): Promise<NonNullable<MyDay["toWatch"]>> {
  const reasons = reasonsOf(tx);
  const found = await find(tx, reasons);
  const rows = await fullRowsOf(
    tx,
    found.map(({ id }) => id),
  );
  const fields = found.length === 0 ? [] : await customFieldsOf(tx, "opportunity");
  const [first] = found;
  return {
    total: Number(first?.total ?? 0),
    reasons: reasons.map((reason) => ({
      reason,
      total: Number(first?.totals[reason] ?? 0),
      filter: { managerId: tx.actor.userId, outcome: "open", [reason]: "true" },
    })),
    data: rows.map((row, index) => {
      const one = presentOpportunity(tx, row);
      return {
        id: one.id,
        number: one.number,
        name: one.name,
        client: one.client,
        reason: found[index]?.reason ?? "incomplete",
        stale: one.stale,
        lastTouchOn: dayInZone(one.lastTouch.at, tx.agency.timezone),
        expectedCloseOn: one.expectedCloseOn,
        missing: one.missing,
        missingImportant: fields.filter(({ key }) => missingImportant(fields, one.custom).includes(key)).map(({ label }) => label),
      } satisfies Watched;
    }),
  };
}

/** One question, by the index of the manager: the reasons of each, counted, and the first ones in the order of the reasons. */
async function find(tx: ReadTx, reasons: readonly WatchReason[]): Promise<FoundRow[]> {
  const column = (reason: WatchReason): RawBuilder<unknown> => sql.ref(reason);
  const filters = await Promise.all(reasons.map((reason) => withCustom(tx, "opportunity", { [reason]: true })));
  const each = reasons.map((reason, index) => sql`(${conditionsOf(tx, filters[index] ?? {})}) as ${column(reason)}`);
  const own = conditionsOf(tx, { managerId: [tx.actor.userId], outcome: ["open"] });
  const any = sql.join(reasons.map(column), sql` or `);
  const first = sql`case ${sql.join(
    reasons.map((reason) => sql`when ${column(reason)} then ${sql.lit(reason)}`),
    sql` `,
  )} end`;
  const rank = sql`case ${sql.join(
    reasons.map((reason, index) => sql`when ${column(reason)} then ${sql.lit(index)}`),
    sql` `,
  )} end`;
  const totals = sql.join(reasons.map((reason) => sql`${sql.lit(reason)}, count(*) filter (where ${column(reason)}) over ()`));
  const { rows } =
    await sql<FoundRow>`${PREPARED} select id, ${first} as reason, count(*) over () as total, json_build_object(${totals}) as totals
    from (select o.id, o.last_touch_at, o.expected_close_on, ${sql.join(each)} from opportunity o where ${own} and o.deleted_at is null) own
    where ${any}
    order by ${rank}, case when stale then last_touch_at end, expected_close_on nulls last, id limit ${SHOWN}`.execute(tx.db);
  return rows;
}
