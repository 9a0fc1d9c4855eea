import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Activity } from "#contract/activity.ts";
import { ask, type Answer } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useWords } from "#web/app/words.ts";

export const ACTIVITIES = ["activities"] as const;

export type ActivityQuery = NonNullable<Parameters<typeof ask<"listActivities">>[1]["query"]>;
export type NewActivity = Parameters<typeof ask<"createActivity">>[1]["body"];
export type ActivityEdit = Parameters<typeof ask<"editActivity">>[1]["body"];

export function useActivities(query: ActivityQuery) {
  return useInfiniteQuery({
    queryKey: [...ACTIVITIES, "list", query],
    queryFn: ({ pageParam, signal }) =>
      ask("listActivities", { query: { ...query, count: "exact", ...(pageParam === "" ? {} : { cursor: pageParam }) } }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last: Answer<"listActivities">) => last.page.nextCursor,
  });
}

/** How many there are, without reading them. */
export function useActivityCount(query: ActivityQuery, enabled: boolean): number | undefined {
  return useQuery({
    queryKey: [...ACTIVITIES, "count", query],
    queryFn: ({ signal }) => ask("listActivities", { query: { ...query, limit: 1, count: "exact" } }, { signal }),
    enabled,
  }).data?.total;
}

/** The gestures on activities, wherever they are shown. Each answers what was done, or nothing when it was refused. */
export function useActivityActs() {
  const client = useQueryClient();
  const { activity: say } = useWords();
  const { offerUndo } = useUndo();
  const report = useReport();
  const refresh = () =>
    Promise.all([ACTIVITIES, ["opportunities"], ["clients"], ["contacts"]].map((queryKey) => client.invalidateQueries({ queryKey })));
  const act = async <T>(work: () => Promise<T>, said?: (done: T) => string): Promise<T | undefined> => {
    try {
      const done = await work();
      if (said) offerUndo(said(done));
      await refresh();
      return done;
    } catch (error) {
      report(error, ACTIVITIES);
      return undefined;
    }
  };
  return {
    refresh,
    finish: (one: Activity) => act(() => ask("finishActivity", { params: { id: one.id }, body: {} }), say.finished),
    reopen: (one: Activity) => act(() => ask("reopenActivity", { params: { id: one.id }, body: {} }), say.reopened),
    edit: (one: Activity, body: ActivityEdit) => act(() => ask("editActivity", { params: { id: one.id }, body }, { ifMatch: one.version })),
    postpone: (ids: readonly string[], dueOn: string) =>
      act(
        () => ask("postponeActivities", { body: { ids: [...ids], dueOn } }),
        ({ changed }) => say.postponed({ n: changed }),
      ),
    remove: (one: Activity) =>
      act(
        () => ask("deleteActivity", { params: { id: one.id } }, { ifMatch: one.version }),
        () => say.removed(one),
      ),
  };
}
