import { ApiProblem, ask, type Answer } from "#web/api/api.ts";
import { showJobOf } from "#web/app/work-store.ts";

export type BulkOutcome = Pick<Answer<"changeOpportunities">, "changed" | "skipped" | "refused">;

const POLL_MS = 500;

/** Follows a piece of work on whatever page one is, to its end. Cancelled: undefined. Failed: as a request would have. */
export async function followWork<Outcome>(id: string): Promise<Outcome | undefined> {
  try {
    for (;;) {
      const job = await ask("showJob", { params: { id } });
      showJobOf(id, job);
      if (job.state === "cancelled") return undefined;
      if (job.state === "failed") throw refusalOf(job.result as { readonly code: string; readonly detail?: string });
      if (job.state === "done") return job.result as Outcome;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    showJobOf(id);
    // Whoever saw the end need not be told of it.
    await ask("readNotifications", { body: { recordId: id } });
  }
}

function refusalOf({ code, detail = code, ...details }: { readonly code: string; readonly detail?: string }): ApiProblem {
  return new ApiProblem({ ...details, title: detail, detail, status: 409, code });
}
