import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { ask } from "#web/api/api.ts";

export type SequenceName = "opportunities" | "clients" | "contacts" | "products" | "steps" | "trip-templates";
const LISTS = {
  opportunities: "listOpportunities",
  clients: "listClients",
  contacts: "listContacts",
  products: "listProducts",
  steps: "listSteps",
  "trip-templates": "listTripTemplates",
} as const;

/** How a list, or a column of the board, goes on after what was loaded. */
type Next = { readonly query: Readonly<Record<string, string | undefined>>; readonly cursor: string; readonly stageId?: string };

/** The records of the list or column a person came from, in its order and filter: what J and K walk. */
export type Sequence = { readonly ids: readonly string[]; readonly total: number; readonly next?: Next | undefined };

const NONE: readonly Sequence[] = [];
/** Within so many of its end a list is read on. */
const AHEAD = 3;

let kept: Partial<Record<SequenceName, readonly Sequence[]>> = {};
let listeners: readonly (() => void)[] = [];

/** A list is one sequence, a board one a column. They outlive a reload of the tab. */
export function keepSequences(name: SequenceName, sequences: readonly Sequence[]): void {
  kept = { ...kept, [name]: sequences };
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(sequences));
  } catch {
    // Storage may be refused or full: a reload then forgets where one came from.
  }
  for (const listener of listeners) listener();
}

/** The sequence a record stands in; its next page is fetched before the end is reached. */
export function useSequence(name: SequenceName, id: string): Sequence | undefined {
  const all = useSyncExternalStore(subscribe, () => sequencesOf(name));
  const found = all.find(({ ids }) => ids.includes(id));
  const next = found && found.ids.indexOf(id) >= found.ids.length - AHEAD ? found.next : undefined;
  const page = useQuery({ queryKey: [name, "sequence", next], queryFn: next ? () => pageOf(name, next) : skipToken });
  const read = page.data;
  useEffect(() => {
    if (found && next && read)
      keepSequences(
        name,
        all.map((one) => (one === found ? longer(found, next, read) : one)),
      );
  }, [name, all, found, next, read]);
  return found;
}

type Page = { readonly ids: readonly string[]; readonly cursor: string | null };

async function pageOf(name: SequenceName, { query, cursor, stageId }: Next): Promise<Page> {
  if (stageId !== undefined) {
    const { cards, nextCursor } = await ask("showBoardColumn", { params: { stageId }, query: { ...(query as object), cursor } });
    return { ids: idsOf(cards), cursor: nextCursor };
  }
  const { data, page } = await ask(LISTS[name], { query: { ...(query as object), cursor } });
  return { ids: idsOf(data), cursor: page.nextCursor };
}

export function idsOf(records: readonly { readonly id: string }[]): string[] {
  return records.map(({ id }) => id);
}

function longer({ ids, total }: Sequence, next: Next, page: Page): Sequence {
  const all = [...new Set([...ids, ...page.ids])];
  return { ids: all, total: Math.max(total, all.length), next: page.cursor === null ? undefined : { ...next, cursor: page.cursor } };
}

const keyOf = (name: SequenceName): string => `escale.sequence.${name}`;

function sequencesOf(name: SequenceName): readonly Sequence[] {
  kept[name] ??= stored(name);
  return kept[name];
}

function stored(name: SequenceName): readonly Sequence[] {
  try {
    return (JSON.parse(sessionStorage.getItem(keyOf(name)) ?? "[]") as readonly Sequence[]) ?? NONE;
  } catch {
    return NONE;
  }
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
