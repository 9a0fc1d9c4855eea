import { useQueries } from "@tanstack/react-query";
import { useEffect } from "react";
import { ask } from "#web/api/api.ts";
import { useMe } from "#web/app/me.ts";

/** A record with what it is called now: the client of an opportunity, the town of a client or contact beside its name. */
export type SeenRecord = Seen & { readonly name: string; readonly detail: string | null };
type Seen = { readonly type: "opportunity" | "client" | "contact"; readonly id: string };

const KEPT = 8;

/** What a person looked at last stays on this device, one list for each user: which records, and nothing of what they say. */
const keyOf = (userId: string): string => `escale.seen.${userId}`;

/** The page of a record says which one it shows. */
export function useSeen(type: Seen["type"], id: string | undefined): void {
  const { id: userId } = useMe();
  useEffect(() => {
    if (id === undefined) return;
    const others = idsSeen(userId).filter((one) => one.id !== id);
    try {
      localStorage.setItem(keyOf(userId), JSON.stringify([{ type, id }, ...others].slice(0, KEPT)));
    } catch {
      // Storage may be refused: the palette then begins with what can be done.
    }
  }, [userId, type, id]);
}

function idsSeen(userId: string): Seen[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? "[]");
    return Array.isArray(kept) ? kept.map(({ type, id }: Seen) => ({ type, id })) : [];
  } catch {
    return [];
  }
}

/** The last one first, as they are now: what was deleted since, or may no more be seen, the server does not tell. */
export function useSeenRecords(isAsked: boolean): readonly SeenRecord[] {
  const { id: userId } = useMe();
  return useQueries({
    queries: (isAsked ? idsSeen(userId) : []).map((seen) => ({
      queryKey: [KEYS[seen.type], "one", seen.id],
      queryFn: () => show(seen),
      staleTime: 30_000,
      retry: false,
    })),
    combine: (answers) => answers.flatMap(({ data, isError }) => (data === undefined || isError ? [] : [told(data)])),
  });
}

const KEYS = { opportunity: "opportunities", client: "clients", contact: "contacts" } as const;

type Shown = { readonly id: string; readonly name: string } & (
  | { readonly number: string; readonly client: { readonly name: string } }
  | Placed
);
type Placed = { readonly mainContact?: unknown; readonly clients?: unknown; readonly address: { readonly city: string | null } };

function show({ type, id }: Seen): Promise<Shown> {
  const params = { id };
  if (type === "opportunity") return ask("showOpportunity", { params });
  return type === "client" ? ask("showClient", { params }) : ask("showContact", { params });
}

function told(shown: Shown): SeenRecord {
  const { id, name } = shown;
  if ("number" in shown) return { type: "opportunity", id, name, detail: shown.client.name };
  return { type: "clients" in shown ? "contact" : "client", id, name, detail: shown.address.city };
}
