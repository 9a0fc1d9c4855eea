/**
 * What moved between the ends of two days, record by record, in likely revenue of the workspace's currency. A change is
 * told by its amount (with its currency), then its rate, then its stage (else its probability), each step rounded like a
 * record, so that all steps add up to the difference.
 */
import { likelyOf } from "#domain/opportunity/forecast.ts";
import type { Fraction } from "#domain/shared/fraction.ts";

/** How an open opportunity stood at the end of a day. `rate` leads to the workspace's minor units. */
export type Standing = {
  readonly totalMinor: bigint;
  readonly currency: string;
  readonly rate: Fraction;
  readonly stageId: string;
  readonly probabilityPercent: number;
};

export const MOVEMENT_STEPS = ["amount", "rate", "stage", "probability"] as const;
export type MovementStep = (typeof MOVEMENT_STEPS)[number];
export type Movement = { readonly step: MovementStep; readonly likelyMinor: bigint };

/** Only the steps that moved something. */
export function movementsOf(before: Standing, after: Standing): Movement[] {
  const amountRate = before.currency === after.currency ? before.rate : after.rate;
  const start = likelyOf(before.totalMinor, before.probabilityPercent, before.rate);
  const withAmount = likelyOf(after.totalMinor, before.probabilityPercent, amountRate);
  const withRate = likelyOf(after.totalMinor, before.probabilityPercent, after.rate);
  const end = likelyOf(after.totalMinor, after.probabilityPercent, after.rate);
  const last: MovementStep = before.stageId === after.stageId ? "probability" : "stage";
  const movements: Movement[] = [
    { step: "amount", likelyMinor: withAmount - start },
    { step: "rate", likelyMinor: withRate - withAmount },
    { step: last, likelyMinor: end - withRate },
  ];
  return movements.filter(({ likelyMinor }) => likelyMinor !== 0n);
}
