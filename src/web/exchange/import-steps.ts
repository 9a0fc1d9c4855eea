import type { Import } from "#web/exchange/use-import.ts";
import type { RouteStop } from "#web/kit/route-line.tsx";
import type { Words } from "#words/en.ts";

export type Step = "file" | "columns" | "check" | "import" | "result";
const STEPS: readonly Step[] = ["file", "columns", "check", "import", "result"];

/** Where an import stands; a draft may be gone back in. */
export function stepOf({ state, missing }: Import, wanted: unknown): Step {
  if (state === "running") return "import";
  if (state === "done" || state === "reverting" || state === "reverted" || state === "cancelled") return "result";
  if (state === "checking") return "check";
  return wanted === "columns" || missing.length > 0 ? "columns" : "check";
}

/** The stops of the line; those of a draft that are passed lead back. */
export function stopsOf(one: Import, step: Step, { exchange: { steps: say } }: Words): RouteStop[] {
  const here = STEPS.indexOf(step);
  const isDraft = step === "columns" || step === "check";
  const notes: Record<Step, string> = {
    file: say.size({ rows: one.counts.rows, columns: one.columns.length }),
    columns: say.taken({ n: one.columns.filter(({ field }) => field !== null).length }),
    check: say.doubts({ questions: one.questions.length, errors: one.counts.failed }),
    import: say.all,
    result: say.revert,
  };
  return STEPS.map((id, at) => ({
    id,
    label: say[id],
    note: notes[id],
    state: at < here ? "done" : at === here ? "current" : "next",
    isLocked: !isDraft || at > STEPS.indexOf("check"),
  }));
}

/** Lines that an import would write. */
export const linesToWrite = ({ counts }: Import): number => counts.create + counts.update;

export const stepHref = ({ id }: Import, step: "columns" | "check"): string => `/imports/${id}?step=${step}`;
