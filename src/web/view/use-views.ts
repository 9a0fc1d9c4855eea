import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { View } from "#contract/view.ts";
import type { ViewResource } from "#domain/view/view.ts";
import { ask } from "#web/api/api.ts";
import { rememberInverse, useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useSpoken } from "#web/app/words.ts";
import { viewRowWords, type ViewRowWords } from "#words/view-row-words.ts";

export function useViewWords(): ViewRowWords {
  return viewRowWords[useSpoken().locale];
}

export const VIEWS = ["views"] as const;

/** Those of every list the reader may see, asked for once. */
export function useAllViews(): readonly View[] | undefined {
  return useQuery({ queryKey: VIEWS, queryFn: () => ask("listViews", { query: {} }), staleTime: 60_000 }).data?.data;
}

export function useViews(resource: ViewResource): readonly View[] | undefined {
  return useAllViews()?.filter((view) => view.resource === resource);
}

/** Counts follow every change of the records of their list: they are asked for with them. */
export const viewCountsOf = (resource: ViewResource) => [resource, "view-counts"] as const;

/** Of those that are pinned from the start; of what needs attention once it is asked for. */
export function useViewCounts(resource: ViewResource) {
  const { data, refetch } = useQuery({
    queryKey: viewCountsOf(resource),
    queryFn: () => ask("countViews", { query: { resource } }),
  });
  const counts: Readonly<Record<string, number>> = Object.fromEntries((data?.data ?? []).map(({ id, count }) => [id, count]));
  return { counts, refetch };
}

export type ViewDraft = {
  readonly name: string;
  readonly visibility: View["visibility"];
  readonly teamId: string | null;
  readonly isDefault: boolean;
  readonly pinned: boolean;
};
export type ViewState = Pick<View, "resource" | "filter" | "shape" | "sort" | "columns">;

/** What can be done to views; each tells what happened and offers the way back. */
export function useViewActs(resource: ViewResource) {
  const client = useQueryClient();
  const say = useViewWords();
  const { offerUndo } = useUndo();
  const report = useReport();
  const attempt = async <Answer>(act: () => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      const answer = await act();
      await Promise.all([client.invalidateQueries({ queryKey: VIEWS }), client.invalidateQueries({ queryKey: viewCountsOf(resource) })]);
      return answer;
    } catch (error) {
      report(error, VIEWS);
      return undefined;
    }
  };
  const choose = async (view: View, choice: { readonly isDefault?: boolean; readonly pinned?: boolean }): Promise<void> => {
    const before = { isDefault: view.isDefault, pinned: view.pinned };
    const put = (body: typeof choice) => ask("chooseView", { params: { id: view.id }, body });
    await attempt(async () => {
      await put(choice);
      rememberInverse(() => put(before));
    });
  };
  const chosen = async (view: View, { isDefault, pinned }: ViewDraft): Promise<View> => {
    if (view.isDefault === isDefault && view.pinned === pinned) return view;
    return ask("chooseView", { params: { id: view.id }, body: { isDefault, pinned } });
  };
  const edit = (
    view: View,
    body: Partial<Omit<ViewState, "resource">> & Partial<Pick<ViewDraft, "name" | "visibility" | "teamId">>,
  ): Promise<View> => ask("editView", { params: { id: view.id }, body }, { ifMatch: view.version });
  return {
    choose,
    create: (draft: ViewDraft, state: ViewState) =>
      attempt(async () => {
        const { name, visibility, teamId } = draft;
        const made = await ask("createView", { body: { ...state, name, visibility, teamId } });
        offerUndo(say.saved({ name }));
        return chosen(made, draft);
      }),
    rename: (view: View, draft: ViewDraft) =>
      attempt(async () => {
        const { name, visibility, teamId } = draft;
        const edited = await edit(view, { name, visibility, teamId });
        offerUndo(say.saved({ name }));
        return chosen(edited, draft);
      }),
    save: (view: View, { resource: _same, ...state }: ViewState) =>
      attempt(async () => {
        const edited = await edit(view, state);
        offerUndo(say.saved({ name: view.name }));
        return edited;
      }),
    remove: (view: View) =>
      attempt(async () => {
        await ask("deleteView", { params: { id: view.id } }, { ifMatch: view.version });
        offerUndo(say.deleted({ name: view.name }));
        return true;
      }),
  };
}
