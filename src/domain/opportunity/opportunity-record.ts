/** One opportunity as it is kept: what it is worth and how it stands (the sale), who, when, where, how many. */
import type { Sale } from "#domain/opportunity/opportunity.ts";
import type { Participants } from "#domain/opportunity/participants.ts";
import type { Period } from "#domain/opportunity/forecast.ts";
import type { Day, Instant } from "#domain/shared/day.ts";
import type { Id } from "#domain/shared/id.ts";

export type Destination = { readonly country: string | null; readonly place: string };

type Keeping = { readonly clientId: Id; readonly managerId: Id | null; readonly teamId: Id | null; readonly sourceId: Id | null };

type Planning = {
  readonly departsOn: Day | null;
  readonly returnsOn: Day | null;
  readonly flexibleDays: number;
  readonly expectedCloseOn: Day | null;
  readonly destinations: readonly Destination[];
};

/** The objective is the seller's own estimate: persons only change it. */
type Worth = {
  readonly objectiveMinor: bigint | null;
  readonly budgetPerPersonMinor: bigint | null;
  readonly valueKind: "fixed" | "recurring";
  readonly period: Period | null;
  readonly periods: number | null;
};

type Following = {
  readonly stageSince: Instant;
  readonly lastTouchAt: Instant;
  readonly lastTouchKind: string;
  readonly waitingUntil: Day | null;
  readonly waitingReason: string | null;
};

export type Opportunity = Sale &
  Keeping &
  Planning &
  Worth &
  Following &
  Participants & {
    readonly id: Id;
    readonly number: string;
    readonly name: string;
    readonly priority: boolean;
    readonly description: string | null;
    readonly version: number;
  };
