/**
 * An opportunity: a travel project in progress. Stages have a probability it follows unless a person pinned another;
 * outcomes are not stages; closing remembers what was, reopening gives it back.
 */
import type { Day } from "#domain/shared/day.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { amountWhenWon, type Amount } from "#domain/opportunity/amount.ts";
import type { Stage } from "#domain/pipeline/pipeline.ts";

export type OutcomeKind = "open" | "won" | "lost";

/** What closing changes and reopening gives back. */
export type BeforeClosing = {
  readonly amountMinor: string;
  readonly amountSource: Amount["source"];
  readonly currency: string;
  readonly rate: string;
  readonly rateOn: Day | null;
  readonly rateSource: string | null;
  readonly probabilityPercent: number;
  readonly probabilityPinned: boolean;
};

export type Sale = {
  readonly outcome: OutcomeKind;
  readonly closedOn: Day | null;
  readonly stageId: string;
  readonly pipelineId: string;
  readonly probabilityPercent: number;
  readonly probabilityPinned: boolean;
  readonly amountMinor: bigint;
  readonly amountSource: Amount["source"];
  readonly currency: string;
  readonly rate: string;
  readonly rateOn: Day | null;
  readonly rateSource: string | null;
  readonly lostReasonId: string | null;
  readonly competitorId: string | null;
  readonly lostComment: string | null;
  readonly beforeClosing: BeforeClosing | null;
};

export type SaleChange = Partial<Sale>;

/** A currency with its rate to the workspace's, frozen with the day and the source it came from. */
export type FrozenRate = Pick<Sale, "currency" | "rate" | "rateOn" | "rateSource">;

export function refuseClosed(sale: Pick<Sale, "outcome">): void {
  if (sale.outcome !== "open") throw new Refusal("opportunity.closed", { outcome: sale.outcome });
}

/** The probability follows the stage on every path, unless pinned. A stage of another pipeline moves the opportunity there. */
export function moveTo(sale: Sale, stage: Stage): SaleChange {
  refuseClosed(sale);
  return {
    stageId: stage.id,
    pipelineId: stage.pipelineId,
    probabilityPercent: sale.probabilityPinned ? sale.probabilityPercent : stage.probabilityPercent,
  };
}

/** A whole percentage typed by a person is pinned; null releases it to its stage's. A closed one keeps 100 or 0. */
export function pinProbability(sale: Sale, percent: number | null, stage: Stage): SaleChange {
  if (sale.outcome !== "open") return {};
  if (percent === null) return { probabilityPercent: stage.probabilityPercent, probabilityPinned: false };
  return { probabilityPercent: percent, probabilityPinned: percent !== stage.probabilityPercent };
}

/** A new probability of a stage applies to its open opportunities that are not pinned; a closed one finds it on reopening. */
export function followStage(sale: Pick<Sale, "outcome" | "probabilityPinned">, probabilityPercent: number): SaleChange {
  return sale.outcome === "open" && !sale.probabilityPinned ? { probabilityPercent } : {};
}

export type WonFigures = {
  readonly acceptedQuoteMinor: bigint | null;
  readonly productsMinor: bigint | null;
  /** The accepted quote's own currency and rate, where it is another one than the opportunity's before closing. */
  readonly acceptedQuoteIn?: FrozenRate | null;
};

export function win(sale: Sale, { closedOn, ...figures }: WonFigures & { readonly closedOn: Day }): SaleChange {
  refuseClosed(sale);
  return { outcome: "won", closedOn, probabilityPercent: 100, beforeClosing: snapshotOf(sale), ...valueWhenWon(sale, figures) };
}

/** The same rule again when a quote is accepted, replaced or un-accepted while won; otherwise a won amount is frozen. */
export function revalueWon(sale: Sale, figures: WonFigures): SaleChange {
  if (sale.outcome !== "won") return {};
  // An amount typed while won is a person's own word; any other goes back to what stood before closing.
  const before = sale.beforeClosing ? restored(sale.beforeClosing) : null;
  const stood = sale.amountSource === "typed" ? sale : { ...sale, ...before };
  return valueWhenWon(stood, { ...figures, acceptedQuoteIn: figures.acceptedQuoteIn ?? before });
}

function valueWhenWon(sale: Sale, { acceptedQuoteIn, ...figures }: WonFigures): SaleChange {
  const amount = amountWhenWon({ minor: sale.amountMinor, source: sale.amountSource }, figures);
  const { currency, rate, rateOn, rateSource } = amount.source === "quote" && acceptedQuoteIn ? acceptedQuoteIn : sale;
  return { amountMinor: amount.minor, amountSource: amount.source, currency, rate, rateOn, rateSource };
}

type Losing = {
  readonly closedOn: Day;
  readonly reasonId: string | null;
  readonly competitorId: string | null;
  readonly comment: string | null;
};

/** Lost requires a reason; the stage it was lost at stays on the record. */
export function lose(sale: Sale, { closedOn, reasonId, competitorId, comment }: Losing): SaleChange {
  refuseClosed(sale);
  if (!reasonId) throw new Refusal("opportunity.reasonRequired");
  return {
    outcome: "lost",
    closedOn,
    lostReasonId: reasonId,
    competitorId,
    lostComment: comment,
    probabilityPercent: 0,
    beforeClosing: snapshotOf(sale),
  };
}

/**
 * Stage, amount, its source, currency, rate and probability of before closing. An amount that followed the products or the
 * chosen quote follows again: whoever knows their total of today applies `amountWhenProductsChange` (…QuoteChanges) next.
 */
export function reopen(sale: Sale, stage: Stage): SaleChange {
  if (sale.outcome === "open") throw new Refusal("opportunity.notClosed");
  const before = sale.beforeClosing;
  const pinned = before?.probabilityPinned ?? false;
  return {
    outcome: "open",
    closedOn: null,
    lostReasonId: null,
    competitorId: null,
    lostComment: null,
    beforeClosing: null,
    probabilityPinned: pinned,
    probabilityPercent: pinned && before ? before.probabilityPercent : stage.probabilityPercent,
    ...(before ? restored(before) : {}),
  };
}

function restored({
  amountMinor,
  amountSource,
  currency,
  rate,
  rateOn,
  rateSource,
}: BeforeClosing): Pick<Sale, keyof FrozenRate | "amountMinor" | "amountSource"> {
  return { amountMinor: BigInt(amountMinor), amountSource, currency, rate, rateOn, rateSource };
}

function snapshotOf(sale: Sale): BeforeClosing {
  const { amountSource, currency, rate, rateOn, rateSource, probabilityPercent, probabilityPinned } = sale;
  return {
    amountMinor: sale.amountMinor.toString(),
    amountSource,
    currency,
    rate,
    rateOn,
    rateSource,
    probabilityPercent,
    probabilityPinned,
  };
}
