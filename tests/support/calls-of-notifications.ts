import type { EndpointName } from "#contract/api.ts";
import { newId } from "#server/platform/new-id.ts";
import { anOpportunity, type Loose } from "#tests/support/agency.ts";
import { made, of, plain, type Call, type Stage } from "#tests/support/calls.ts";

const aJob = async ({ cast, installation }: Stage): Promise<Loose> => {
  const id = newId();
  await installation.application.database.within(cast.workspaceId, (db) =>
    db
      .insertInto("job")
      .values({ workspace_id: cast.workspaceId, id, kind: "bulk", input: "{}", actor_id: cast.seller.id, created_at: new Date() })
      .execute(),
  );
  return { id };
};

/** What one is told, does and waits for: each one's own. */
export const NOTIFICATION_CALLS: { readonly [Name in EndpointName]?: Call } = {
  showJob: of("the maker's own", async (stage) => ({ path: `/jobs/${(await aJob(stage)).id}` })),
  cancelJob: of("written by the maker alone", async (stage) => ({ path: `/jobs/${(await aJob(stage)).id}/cancel`, body: {} })),
  listMyChanges: plain("everyone reads", "/me/changes"),
  listNotifications: plain("everyone reads", "/notifications"),
  readNotifications: plain("everyone for themselves", "/notifications/read", {}),
  readNotification: of("written by the maker alone", async (stage) => {
    const { manager, seller } = stage.cast;
    // Another question may have taken this kind out of the bell.
    await made(seller.ask("PATCH", "/notifications/preferences", { body: { won: { inApp: true, byMail: false } } }));
    const { id } = await anOpportunity(seller);
    await made(manager.ask("POST", `/opportunities/${id}/win`, { body: {} }));
    const [newest] = (await seller.ask("GET", "/notifications?limit=1")).body.data;
    return { path: `/notifications/${newest.id}/read`, body: {} };
  }),
  showNotificationPreferences: plain("everyone reads", "/notifications/preferences"),
  setNotificationPreferences: plain("everyone for themselves", "/notifications/preferences", { won: { inApp: false, byMail: true } }),
  listMails: plain("administrator reads", "/mails"),
};
