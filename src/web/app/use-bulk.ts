import { useQueryClient } from "@tanstack/react-query";
import type { Answer } from "#web/api/api.ts";
import { followWork, type BulkOutcome } from "#web/app/follow-work.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { showRefused } from "#web/app/work-store.ts";
import { useToasts } from "#web/kit/toast.tsx";

/** What is said of a change of many, in the words of its list. */
export type BulkSaid = {
  readonly changed: (p: { n: number }) => string;
  readonly skipped: (p: { n: number }) => string;
  readonly why: string;
  readonly cancelled: string;
};

type Bulk = { readonly key: readonly string[]; readonly say: BulkSaid; readonly onDone: () => void };

/** Runs a change of many; above 200 rows it goes on as work that is followed, on whatever page one is. */
export function useBulk({ key, say, onDone }: Bulk): (write: () => Promise<Answer<"changeOpportunities">>) => Promise<void> {
  const client = useQueryClient();
  const { offerUndo } = useUndo();
  const toasts = useToasts();
  const report = useReport();
  return async (write) => {
    try {
      const answer = await write();
      const outcome = answer.jobId === null ? answer : await followWork<BulkOutcome>(answer.jobId);
      if (outcome === undefined) {
        toasts.show({ text: say.cancelled });
        return;
      }
      const { changed, skipped, refused } = outcome;
      offerUndo(say.changed({ n: changed }));
      if (skipped > 0) toasts.show({ text: say.skipped({ n: skipped }), action: { label: say.why, run: () => showRefused(refused) } });
      onDone();
      await client.invalidateQueries({ queryKey: key });
    } catch (error) {
      report(error, key);
    }
  };
}
