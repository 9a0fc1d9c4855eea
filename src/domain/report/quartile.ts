/** Stage durations are told by their median and quartiles, interpolated between the two nearest stays. */
export type Quartiles = { readonly lower: number; readonly median: number; readonly upper: number };

/** Undefined when there is no finished stay. */
export function quartilesOf(days: readonly number[]): Quartiles | undefined {
  const sorted = days.toSorted((a, b) => a - b);
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((share) => interpolated(sorted, share));
  if (lower === undefined || median === undefined || upper === undefined) return undefined;
  return { lower, median, upper };
}

function interpolated(sorted: readonly number[], share: number): number | undefined {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (place - Math.floor(place));
}
