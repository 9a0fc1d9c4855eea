import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ImportKind } from "#domain/exchange/fields.ts";
import { ask, type Answer } from "#web/api/api.ts";
import { useReport } from "#web/app/use-report.ts";

export type Import = Answer<"showImport">;
export type ImportRow = Answer<"listImportRows">["data"][number];
export type Mapping = Parameters<typeof ask<"mapImport">>[1]["body"];
export type ImportedKind = ImportKind;

export const IMPORTS = ["imports"] as const;
const ASKED_AGAIN_MS = 700;

export function isUnderWay(state: Import["state"] | undefined): boolean {
  return state === "checking" || state === "running" || state === "reverting";
}

/** An import; one that runs is asked again until it ends, here or in the job that goes on without us. */
export function useImport(id: string) {
  return useQuery({
    queryKey: [...IMPORTS, id],
    queryFn: ({ signal }) => ask("showImport", { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.state) ? ASKED_AGAIN_MS : false),
  });
}

/** Every correction is checked against all lines; the answer takes the place of what was shown. */
export function useCorrectImport(id: string) {
  const client = useQueryClient();
  const report = useReport();
  const { mutate, isPending } = useMutation({
    mutationFn: (body: Mapping) => ask("mapImport", { params: { id }, body }),
    onSuccess: (changed) => {
      client.setQueryData([...IMPORTS, id], changed);
      return client.invalidateQueries({ queryKey: [...IMPORTS, id, "rows"] });
    },
    onError: (error) => report(error, [...IMPORTS, id]),
  });
  return { correct: mutate, isCorrecting: isPending };
}

/** Runs it, or takes it back. */
export function useImportAct(id: string, act: "runImport" | "revertImport") {
  const client = useQueryClient();
  const report = useReport();
  return useMutation({
    mutationFn: () => ask(act, { params: { id } }),
    onSuccess: (changed) => {
      client.setQueryData([...IMPORTS, id], changed);
      return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== id });
    },
    onError: (error) => report(error, [...IMPORTS, id]),
  });
}
