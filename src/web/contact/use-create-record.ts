import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "#web/api/api.ts";
import { closeNewRecord } from "#web/app/new-record-store.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";

/** What a new record may show in. */
const LISTS = ["clients", "contacts", "products", "suppliers", "steps", "trip-templates"] as const;

type Created = { readonly id: string; readonly name: string };

/** Writes a new record, says so with the way back, and opens it. What is wrong with a field is said under it. */
export function useCreateRecord(open: (created: Created) => Promise<void>, said: (created: Created) => string) {
  const queries = useQueryClient();
  const { offerUndo } = useUndo();
  const report = useReport();
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const run = async (write: () => Promise<Created>): Promise<void> => {
    if (isPending) return;
    setIsPending(true);
    try {
      const created = await write();
      offerUndo(said(created));
      closeNewRecord();
      void Promise.all(LISTS.map((list) => queries.invalidateQueries({ queryKey: [list] })));
      await open(created);
    } catch (error) {
      if (error instanceof ApiProblem && error.body.errors) setProblem(error);
      else report(error, ["clients"]);
    } finally {
      setIsPending(false);
    }
  };
  return { run, isPending, problem };
}
