import { bandOf } from "#web/quote/reckoned-sheet.ts";

/** "20–24", and "40 +" for the only one. */
export function bandText(bases: readonly number[], base: number): string {
  const { from, to } = bandOf(bases, base);
  if (to === null) return `${from}\u00a0+`;
  return to === from ? String(from) : `${from}–${to}`;
}
