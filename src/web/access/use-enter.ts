import { useQueryClient } from "@tanstack/react-query";
import type { Me } from "#contract/me.ts";
import { ME } from "#web/app/me.ts";
import { applyPreferences } from "#web/app/preferences.ts";

/** Just signed in: nothing an earlier reader left may be shown. */
export function useEnter(): (me: Me) => void {
  const client = useQueryClient();
  return (me) => {
    client.clear();
    client.setQueryData(ME, me);
    applyPreferences(me);
  };
}
