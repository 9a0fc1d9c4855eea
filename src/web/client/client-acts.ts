import { useQueryClient } from "@tanstack/react-query";
import type { Client } from "#contract/client.ts";
import { ApiProblem, ask } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useWords } from "#web/app/words.ts";
import { CLIENTS } from "#web/client/use-clients.ts";
import { useToasts } from "#web/kit/toast.tsx";

/** The gestures on one client. Each answers whether it was done. */
export function useClientActs() {
  const client = useQueryClient();
  const { client: say } = useWords();
  const { offerUndo } = useUndo();
  const report = useReport();
  const toasts = useToasts();
  const remove = async (one: Client): Promise<boolean> => {
    try {
      await ask("deleteClient", { params: { id: one.id } }, { ifMatch: one.version });
      offerUndo(say.deletedToast(one));
      void client.invalidateQueries({ queryKey: CLIENTS });
      return true;
    } catch (error) {
      if (error instanceof ApiProblem && error.code === "record.inUse") {
        toasts.show({ text: say.inUse({ name: one.name, n: Number(error.body["opportunities"] ?? 0) }), kind: "error" });
      } else report(error, CLIENTS);
      return false;
    }
  };
  const restore = async (id: string): Promise<boolean> => {
    try {
      await ask("restoreClient", { params: { id } });
      await client.invalidateQueries({ queryKey: CLIENTS });
      return true;
    } catch (error) {
      report(error, CLIENTS);
      return false;
    }
  };
  return { remove, restore };
}
