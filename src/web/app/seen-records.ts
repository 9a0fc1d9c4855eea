import { useEffect } from "react";
import { useMe } from "#web/app/me.ts";

export type SeenRecord = {
  readonly type: "opportunity" | "client" | "contact";
  readonly id: string;
  readonly name: string;
  /** The client of an opportunity, the town of a client or contact. */
  readonly detail: string | null;
};

const MOST = 8;

/** What a person looked at last stays on this device, one list for each user. */
const keyOf = (userId: string): string => `escale.seen.${userId}`;

/** The page of a record says which one it shows. */
export function useSeen(record: SeenRecord | undefined): void {
  const { id: userId } = useMe();
  const text = record && JSON.stringify(record);
  useEffect(() => {
    if (text === undefined) return;
    const seen = JSON.parse(text) as SeenRecord;
    const others = seenRecords(userId).filter(({ id }) => id !== seen.id);
    try {
      localStorage.setItem(keyOf(userId), JSON.stringify([seen, ...others].slice(0, MOST)));
    } catch {
      // Storage may be refused: the palette then begins with what can be done.
    }
  }, [userId, text]);
}

/** The last one first. */
export function seenRecords(userId: string): SeenRecord[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? "[]");
    return Array.isArray(kept) ? (kept as SeenRecord[]) : [];
  } catch {
    return [];
  }
}
