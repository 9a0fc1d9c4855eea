import type { Import } from "#web/exchange/use-import.ts";

export const SHOWN = ["create", "update", "same", "skipped", "failed", "duplicates"] as const;
export type Shown = (typeof SHOWN)[number];

/** What is asked for in the address; else the errors, else what would be written. */
export function showOf({ counts }: Import, wanted: unknown): Shown {
  const asked = SHOWN.find((one) => one === wanted);
  if (asked) return asked;
  if (counts.failed > 0) return "failed";
  return counts.create === 0 && counts.update > 0 ? "update" : counts.create === 0 && counts.same > 0 ? "same" : "create";
}
