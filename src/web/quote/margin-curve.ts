/** The margin by size of group as points of a drawing; zero is always in it. */
import type { BreakEven } from "#domain/quote/break-even.ts";

export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export type Curve = {
  readonly points: readonly { readonly payers: number; readonly x: number; readonly y: number; readonly isLoss: boolean }[];
  readonly zero: number;
  readonly xOf: (payers: number) => number;
  readonly yOf: (marginMinor: bigint) => number;
  readonly least: bigint;
  readonly most: bigint;
};

export function marginCurve({ sizes, upTo }: BreakEven, frame: Frame): Curve {
  const margins = sizes.map(({ marginMinor }) => marginMinor);
  const least = margins.reduce((low, one) => (one < low ? one : low), 0n);
  const most = margins.reduce((high, one) => (one > high ? one : high), 0n);
  const span = Number(most - least) || 1;
  const xOf = (payers: number): number => frame.left + ((frame.width - frame.left - frame.right) * (payers - 1)) / Math.max(upTo - 1, 1);
  const yOf = (minor: bigint): number => frame.top + ((frame.height - frame.top - frame.bottom) * Number(most - minor)) / span;
  return {
    points: sizes.map(({ payers, marginMinor }) => ({ payers, x: xOf(payers), y: yOf(marginMinor), isLoss: marginMinor < 0n })),
    zero: yOf(0n),
    xOf,
    yOf,
    least,
    most,
  };
}

/** Runs of the same sign, joined where they meet, for one line each. */
export function runsOf(points: Curve["points"]): readonly { readonly isLoss: boolean; readonly path: string }[] {
  const runs: { isLoss: boolean; points: Curve["points"][number][] }[] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last?.isLoss === point.isLoss) last.points.push(point);
    else runs.push({ isLoss: point.isLoss, points: [...(last?.points.slice(-1) ?? []), point] });
  }
  return runs.map((run) => ({
    isLoss: run.isLoss,
    path: run.points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join(""),
  }));
}
