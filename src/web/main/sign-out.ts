import { ask } from "#web/api/api.ts";

/** Leaves with a fresh page: nothing of this person stays in memory. */
export async function signOut(): Promise<void> {
  await ask("signOut", {}).catch(() => undefined);
  location.assign("/sign-in");
}
