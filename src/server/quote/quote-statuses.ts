import type { StoredStatus } from "#domain/quote/quote-status.ts";
import type { FactFields } from "#domain/shared/fact.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { freeze, versionsById } from "#server/quote/quote-marks.ts";
import { saveVersion, type StoredVersion, type VersionChange } from "#server/quote/quote-store.ts";

/** By version id. */
export type Statuses = Readonly<Record<string, StoredStatus>>;

/** Several versions stand otherwise from now on; what is told names each with how it stood, so that it can be taken back. */
export async function setStatuses(tx: WriteTx, statuses: Statuses, also: VersionChange = {}): Promise<FactFields> {
  const before = await versionsById(tx, Object.keys(statuses));
  const changed = before.filter(({ id, status }) => statuses[id] !== undefined && statuses[id] !== status);
  for (const version of changed) {
    const status = statuses[version.id] ?? "draft";
    const standing = { ...standingOf(tx, version, status), ...also };
    if (status === "draft") await saveVersion(tx, version, { standing: { ...standing, frozen_at: null } });
    else await freeze(tx, version, standing);
  }
  if (changed.length === 0) return {};
  const from = Object.fromEntries(changed.map(({ id, status }) => [id, status]));
  const to = Object.fromEntries(changed.map(({ id }) => [id, statuses[id]]));
  return { statuses: { from, to } };
}

/** When it was sent, accepted, declined goes with how it stands. */
function standingOf(tx: WriteTx, version: StoredVersion, status: StoredStatus): VersionChange {
  const sent_at = status === "draft" ? null : (version.sent_at ?? (status === "sent" ? tx.at : null));
  return {
    status,
    sent_at,
    accepted_at: status === "accepted" ? (version.accepted_at ?? tx.at) : null,
    declined_at: status === "declined" ? (version.declined_at ?? tx.at) : null,
    ...(status === "declined" ? {} : { decline_reason: null }),
  };
}
