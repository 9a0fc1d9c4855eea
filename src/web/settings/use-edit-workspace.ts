import { useMutation, useQuery, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { ask, type Answer } from "#web/api/api.ts";
import { ME } from "#web/app/me.ts";
import { useReport } from "#web/app/use-report.ts";
import { ApiProblem } from "#web/api/api.ts";

export const WORKSPACE = ["workspace"];
export type Workspace = Answer<"showWorkspace">;
export type WorkspaceChange = Partial<Pick<Workspace, "name" | "country" | "language" | "timezone" | "defaultRatePercent" | "defaultRateMode">> & { logo?: string | null };

export const useWorkspace = () => useQuery({ queryKey: WORKSPACE, queryFn: () => ask("showWorkspace", {}) });

/** Saves one change after the other, each on the version the one before left. */
export function useEditWorkspace(): UseMutationResult<Workspace, Error, WorkspaceChange> {
  const client = useQueryClient();
  const report = useReport();
  return useMutation({
    scope: { id: "workspace" },
    mutationFn: (body: WorkspaceChange) => ask("editWorkspace", { body }, { ifMatch: client.getQueryData<Workspace>(WORKSPACE)?.version ?? 0 }),
    onSuccess: (workspace) => {
      client.setQueryData(WORKSPACE, workspace);
      void client.invalidateQueries({ queryKey: ME });
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem && error.code === "request.invalid")) report(error, WORKSPACE);
    },
  });
}
