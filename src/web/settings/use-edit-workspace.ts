import { useMutation, useQuery, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { ApiProblem, ask, type Answer } from "#web/api/api.ts";
import { ME } from "#web/app/me.ts";
import { rememberInverse } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";

export const WORKSPACE = ["workspace"];
export type Workspace = Answer<"showWorkspace">;
export type WorkspaceChange = Partial<
  Pick<Workspace, "name" | "country" | "language" | "timezone" | "defaultRatePercent" | "defaultRateMode">
> & { logo?: string | null };

export const useWorkspace = () => useQuery({ queryKey: WORKSPACE, queryFn: () => ask("showWorkspace", {}) });

/** Saves one change after the other, each on the version the one before left. */
export function useEditWorkspace(): UseMutationResult<Workspace, Error, WorkspaceChange, Workspace | undefined> {
  const client = useQueryClient();
  const report = useReport();
  return useMutation({
    scope: { id: "workspace" },
    mutationFn: (body: WorkspaceChange) =>
      ask("editWorkspace", { body }, { ifMatch: client.getQueryData<Workspace>(WORKSPACE)?.version ?? 0 }),
    onMutate: () => client.getQueryData<Workspace>(WORKSPACE),
    onSuccess: (workspace, change, before) => {
      if (before && change.logo === undefined) rememberInverse(() => giveBack(before, change, workspace.version));
      client.setQueryData(WORKSPACE, workspace);
      void client.invalidateQueries({ queryKey: ME });
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem && error.code === "request.invalid")) report(error, WORKSPACE);
    },
  });
}

function giveBack(before: Workspace, change: WorkspaceChange, version: number): Promise<Workspace> {
  const body = Object.fromEntries(Object.keys(change).map((field) => [field, before[field as keyof Workspace]]));
  return ask("editWorkspace", { body: body }, { ifMatch: version });
}
