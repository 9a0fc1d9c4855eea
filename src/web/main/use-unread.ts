import { useQuery } from "@tanstack/react-query";
import { ask } from "#web/api/api.ts";

export const UNREAD = ["notifications", "unread"];

/** How many notifications wait to be read, as far as the server counts. Follows every bell that rings. */
export function useUnread() {
  return useQuery({ queryKey: UNREAD, queryFn: async () => (await ask("listNotifications", { query: { limit: 1 } })).unread });
}
