import type { Database, Who } from "#server/platform/database.ts";
import { now } from "#server/platform/clock.ts";
import { newId } from "#server/platform/new-id.ts";

type Denied = { readonly endpoint: string; readonly target: string | null; readonly log: (message: string, error: unknown) => void };

const MOST_A_MINUTE = 60;
const counts = new Map<string, { minute: number; count: number }>();

/** Who was refused what, written after the rollback; at most 60 a minute and user. */
export function recordDenial(database: Database, { actor }: Who, { endpoint, target, log }: Denied): void {
  const minute = Math.floor(performance.now() / 60_000);
  const counted = counts.get(actor.userId);
  const count = counted?.minute === minute ? counted.count + 1 : 1;
  if (counts.size > 10_000) counts.clear();
  counts.set(actor.userId, { minute, count });
  if (count > MOST_A_MINUTE) return;
  database
    .within(actor.workspaceId, (db) =>
      db
        .insertInto("denial")
        .values({ workspace_id: actor.workspaceId, id: newId(), at: now(), actor_id: actor.userId, endpoint, target })
        .execute(),
    )
    .catch((error: unknown) => log("denial not recorded", error));
}
