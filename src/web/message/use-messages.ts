import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Message } from "#contract/message.ts";
import { ask, type Answer } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useWords } from "#web/app/words.ts";

export const MESSAGES = ["messages"] as const;

/** What messages hang on. */
export type MessagePlace = { readonly owner: "opportunities" | "clients" | "contacts"; readonly id: string };

const LIST = { opportunities: "listOpportunityMessages", clients: "listClientMessages", contacts: "listContactMessages" } as const;
const WRITE = { opportunities: "writeOpportunityMessage", clients: "writeClientMessage", contacts: "writeContactMessage" } as const;
const PEOPLE = {
  opportunities: "listOpportunityMentionable",
  clients: "listClientMentionable",
  contacts: "listContactMentionable",
} as const;

export function useMessages({ owner, id }: MessagePlace) {
  return useInfiniteQuery({
    queryKey: [...MESSAGES, owner, id],
    queryFn: ({ pageParam, signal }) =>
      ask(LIST[owner], { params: { id }, query: { limit: 30, ...(pageParam === "" ? {} : { cursor: pageParam }) } }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last: Answer<"listOpportunityMessages">) => last.page.nextCursor,
  });
}

export function useMessageCount({ owner, id }: MessagePlace, enabled: boolean): number | undefined {
  return useQuery({
    queryKey: [...MESSAGES, "count", owner, id],
    queryFn: ({ signal }) => ask(LIST[owner], { params: { id }, query: { limit: 1 } }, { signal }),
    enabled,
  }).data?.total;
}

/** Who may see the record, and so may be mentioned: asked for when somebody types @. */
export function useMentionable({ owner, id }: MessagePlace, enabled: boolean) {
  return useQuery({
    queryKey: ["people", "mentionable", owner, id],
    queryFn: ({ signal }) => ask(PEOPLE[owner], { params: { id } }, { signal }),
    enabled,
    staleTime: 60_000,
  });
}

export function useMessageHistory(id: string, enabled: boolean) {
  return useQuery({
    queryKey: [...MESSAGES, "history", id],
    queryFn: ({ signal }) => ask("showMessageHistory", { params: { id } }, { signal }),
    enabled,
  });
}

/** Answers whether it was done. */
export function useMessageActs() {
  const client = useQueryClient();
  const { message: say } = useWords();
  const { offerUndo } = useUndo();
  const report = useReport();
  const act = async (work: () => Promise<unknown>, said?: string): Promise<boolean> => {
    try {
      await work();
      if (said !== undefined) offerUndo(said);
      await Promise.all([MESSAGES, ["opportunities"], ["clients"], ["contacts"]].map((queryKey) => client.invalidateQueries({ queryKey })));
      return true;
    } catch (error) {
      report(error, MESSAGES);
      return false;
    }
  };
  return {
    write: ({ owner, id }: MessagePlace, body: string) => act(() => ask(WRITE[owner], { params: { id }, body: { body } })),
    edit: (one: Message, body: string) =>
      act(() => ask("editMessage", { params: { id: one.id }, body: { body } }, { ifMatch: one.version })),
    remove: (one: Message) => act(() => ask("deleteMessage", { params: { id: one.id } }, { ifMatch: one.version }), say.removed),
    pin: (one: Message) =>
      act(() =>
        one.pinned ? ask("unpinMessage", { params: { id: one.id }, body: {} }) : ask("pinMessage", { params: { id: one.id }, body: {} }),
      ),
  };
}
