import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Document } from "#contract/document.ts";
import { ask, type Answer } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useWords } from "#web/app/words.ts";

export const DOCUMENTS = ["documents"] as const;
/** What changes with a document: the list, the touch of the opportunity, every timeline. */
export const CHANGED_WITH_DOCUMENTS = [DOCUMENTS, ["opportunities"], ["clients"]] as const;

/** Whose documents. */
export type DocumentPlace = { readonly owner: "opportunities" | "clients"; readonly id: string };

const LIST = { opportunities: "listOpportunityDocuments", clients: "listClientDocuments" } as const;

export function useDocuments({ owner, id }: DocumentPlace, options: { readonly deleted?: boolean; readonly enabled?: boolean } = {}) {
  const { deleted = false, enabled = true } = options;
  return useInfiniteQuery({
    queryKey: [...DOCUMENTS, owner, id, deleted],
    queryFn: ({ pageParam, signal }) =>
      ask(
        LIST[owner],
        {
          params: { id },
          query: { limit: 50, ...(deleted ? { deleted: "true" as const } : {}), ...(pageParam === "" ? {} : { cursor: pageParam }) },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last: Answer<"listOpportunityDocuments">) => last.page.nextCursor,
    enabled,
  });
}

export function useDocumentVersions(id: string) {
  return useQuery({
    queryKey: [...DOCUMENTS, "versions", id],
    queryFn: ({ signal }) => ask("listDocumentVersions", { params: { id } }, { signal }),
  });
}

/** Each answers whether it was done. */
export function useDocumentActs() {
  const client = useQueryClient();
  const { document: say } = useWords();
  const { offerUndo } = useUndo();
  const report = useReport();
  const act = async (work: () => Promise<unknown>, said: string): Promise<boolean> => {
    try {
      await work();
      offerUndo(said);
      await Promise.all(CHANGED_WITH_DOCUMENTS.map((queryKey) => client.invalidateQueries({ queryKey })));
      return true;
    } catch (error) {
      report(error, DOCUMENTS);
      return false;
    }
  };
  const on = (one: Document) => ({ params: { id: one.id } });
  const ifMatch = (one: Document) => ({ ifMatch: one.version });
  return {
    rename: (one: Document, name: string) =>
      act(() => ask("renameDocument", { ...on(one), body: { name } }, ifMatch(one)), say.renamed({ name })),
    remove: (one: Document) => act(() => ask("deleteDocument", on(one), ifMatch(one)), say.removed({ name: one.name })),
    restore: (one: Document) => act(() => ask("restoreDocument", { ...on(one), body: {} }), say.restored({ name: one.name })),
    choose: (one: Document, number: number) =>
      act(() => ask("useDocumentVersion", { ...on(one), body: { number } }, ifMatch(one)), say.inUse({ n: number })),
  };
}

type Wanted = { readonly id: string; readonly number?: number; readonly inline?: boolean };

export function contentAddress({ id, number, inline = false }: Wanted): string {
  const query = new URLSearchParams({ ...(number === undefined ? {} : { number: String(number) }), ...(inline ? { inline: "true" } : {}) });
  return `/api/v1/documents/${id}/content${query.size > 0 ? `?${query}` : ""}`;
}

export function thumbnailAddress({ id, file }: Document): string {
  return `/api/v1/documents/${id}/thumbnail?number=${file.number}`;
}
