/** Stages are five steps of one hue: the further the deal, the deeper the water. */
export type Tide = 1 | 2 | 3 | 4 | 5;

const TIDES: readonly Tide[] = [1, 2, 3, 4, 5];

/** The step of a stage among the open stages of its pipeline, whatever their number. */
export function tideOf(index: number, count: number): Tide {
  const step = count <= 1 ? 0 : Math.round((index * (TIDES.length - 1)) / (count - 1));
  return TIDES[Math.min(Math.max(step, 0), TIDES.length - 1)] ?? 1;
}

export function tideColour(tide: Tide): string {
  return `var(--tide-${tide})`;
}
