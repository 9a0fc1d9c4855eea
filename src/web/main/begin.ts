import type { QueryClient } from "@tanstack/react-query";
import type { Me } from "#contract/me.ts";
import { ask } from "#web/api/api.ts";
import { listenEarly } from "#web/app/live-events.ts";
import { CUSTOM_FIELDS } from "#web/custom-field/use-custom-fields.ts";
import { ME } from "#web/app/me.ts";
import { viewCountsKey, viewsKey } from "#web/main/use-pinned-views.ts";
import { openCountKey } from "#web/main/use-open-count.ts";
import { UNREAD } from "#web/main/use-unread.ts";
import { waitingCountKey } from "#web/main/use-waiting-count.ts";

/** A screen waits no longer for the stream; what it then reads too early is asked again. */
const PATIENCE_MS = 150;

/** One answer fills what the frame and the first screen need; undefined when nobody is signed in, or nothing answers. */
export async function begin(client: QueryClient): Promise<Me | undefined> {
  const stream = listenEarly(client);
  try {
    const me = await client.fetchQuery({ queryKey: ME, queryFn: () => askStart(client) });
    await Promise.race([stream.heard, after(PATIENCE_MS)]);
    return me;
  } catch {
    // The frame reads what went wrong from where the answer is kept, and says it.
    stream.giveUp();
    return undefined;
  }
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function askStart(client: QueryClient): Promise<Me> {
  const { me, pipelines, counts, customFields, views, pinnedCounts } = await ask("showStart", {});
  client.setQueryData(["pipelines"], { data: pipelines });
  if (counts.openOpportunities !== null) client.setQueryData(openCountKey, counts.openOpportunities);
  client.setQueryData(UNREAD, counts.unreadNotifications);
  client.setQueryData([...CUSTOM_FIELDS, "opportunity"], { data: customFields });
  client.setQueryData(viewsKey, { data: views });
  for (const [resource, of] of Map.groupBy(views, (view) => view.resource)) {
    const its = new Set(of.map(({ id }) => id));
    client.setQueryData(viewCountsKey(resource), { data: pinnedCounts.filter(({ id }) => its.has(id)) });
  }
  if (counts.waitingActivities !== null) client.setQueryData(waitingCountKey(me.workspace.today), counts.waitingActivities);
  return me;
}
