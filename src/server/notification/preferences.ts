import { sql } from "kysely";
import { notificationEndpoints } from "#contract/notification.ts";
import { DEFAULT_WAYS, NOTIFICATION_KINDS, type NotificationKind, type Ways } from "#domain/notification/notification.ts";
import { fieldsChanged } from "#domain/shared/fact.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import type { Outbox } from "#server/platform/outbox.ts";

type Chosen = ReadonlyMap<NotificationKind, Ways>;

async function preferencesOf(tx: ReadTx): Promise<Chosen> {
  const rows = await tx.db
    .selectFrom("notification_preference")
    .select(["kind", "in_app", "by_mail"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("user_id", "=", tx.actor.userId)
    .execute();
  const chosen = new Map(rows.map((row) => [row.kind, { inApp: row.in_app, byMail: row.by_mail }]));
  return new Map(NOTIFICATION_KINDS.map((kind) => [kind, chosen.get(kind) ?? DEFAULT_WAYS[kind]]));
}

const shown = (chosen: Chosen) => [...chosen].map(([kind, ways]) => ({ kind, ...ways }));

export const showNotificationPreferencesWith = (outbox: Outbox) =>
  handle(notificationEndpoints.showNotificationPreferences, {
    subject: nothing,
    allow: signedIn,
    run: async ({ tx }) => ({ data: shown(await preferencesOf(tx)), mailReady: outbox.isReady }),
  });

export const setNotificationPreferencesWith = (outbox: Outbox) =>
  handle(notificationEndpoints.setNotificationPreferences, {
    subject: nothing,
    allow: signedIn,
    run: async ({ tx, body }) => {
      const before = await preferencesOf(tx);
      const after: Chosen = new Map([...before, ...(Object.entries(body) as [NotificationKind, Ways][])]);
      const fields = fieldsChanged(told(before), told(after));
      const changed = [...after].filter(([kind]) => fields[kind] !== undefined);
      for (const [kind, { inApp, byMail }] of changed)
        await sql`insert into notification_preference (workspace_id, user_id, kind, in_app, by_mail)
          values (${tx.actor.workspaceId}, ${tx.actor.userId}, ${kind}, ${inApp}, ${byMail})
          on conflict (workspace_id, user_id, kind) do update set in_app = excluded.in_app, by_mail = excluded.by_mail`.execute(tx.db);
      if (changed.length > 0) tx.change.tell({ kind: "user.preferences", type: "user", id: tx.actor.userId, name: tx.actor.name, fields });
      return { data: shown(after), mailReady: outbox.isReady };
    },
  });

/** Each kind is a field of its own: the audit says which was changed. */
function told(chosen: Chosen): Record<string, string> {
  return Object.fromEntries([...chosen].map(([kind, { inApp, byMail }]) => [kind, wordOf(inApp, byMail)]));
}

function wordOf(inApp: boolean, byMail: boolean): string {
  if (inApp) return byMail ? "both" : "bell";
  return byMail ? "mail" : "none";
}
