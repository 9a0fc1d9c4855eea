/** A pipeline is an ordered list of stages, each with a probability 1–99 % and days until stale. Outcomes are not stages. */
import type { FieldProblem } from "#domain/shared/refusal.ts";

export type Stage = {
  readonly id: string;
  readonly pipelineId: string;
  readonly position: number;
  readonly probabilityPercent: number;
  readonly staleDays: number;
};

export type Pipeline = { readonly id: string; readonly name: string; readonly position: number; readonly stages: readonly Stage[] };

export const PROBABILITY_PERCENT = { min: 1, max: 99 } as const;
export const STALE_DAYS = { min: 1, max: 365 } as const;

/** 0 and 100 % belong to outcomes, so a stage is strictly between them. */
export function stageProblems(stage: Pick<Stage, "probabilityPercent" | "staleDays">): FieldProblem[] {
  return [
    ...outside("/probabilityPercent", stage.probabilityPercent, PROBABILITY_PERCENT),
    ...outside("/staleDays", stage.staleDays, STALE_DAYS),
  ];
}

function outside(pointer: string, figure: number, { min, max }: { readonly min: number; readonly max: number }): FieldProblem[] {
  if (!Number.isInteger(figure)) return [{ pointer, code: "value.type" }];
  if (figure < min) return [{ pointer, code: "value.tooSmall" }];
  return figure > max ? [{ pointer, code: "value.tooBig" }] : [];
}

export type StageWord = "enquiryReceived" | "needQualified" | "quoteInProgress" | "proposalSent" | "negotiation";

export const DEFAULT_STAGES: readonly { readonly word: StageWord; readonly probabilityPercent: number; readonly staleDays: number }[] = [
  { word: "enquiryReceived", probabilityPercent: 10, staleDays: 3 },
  { word: "needQualified", probabilityPercent: 25, staleDays: 7 },
  { word: "quoteInProgress", probabilityPercent: 50, staleDays: 5 },
  { word: "proposalSent", probabilityPercent: 70, staleDays: 10 },
  { word: "negotiation", probabilityPercent: 80, staleDays: 7 },
];

export const CLIENT_KIND_WORDS = [
  "company",
  "association",
  "worksCouncil",
  "school",
  "groupOfFriends",
  "family",
  "couple",
  "individual",
  "institution",
] as const;
export type ClientKindWord = (typeof CLIENT_KIND_WORDS)[number];

/** What an agency sells above all: it says in which order the kinds of client are proposed, and leaves none out. */
export const SALES = ["groups", "individuals", "companies"] as const;
export type Sales = (typeof SALES)[number];

const FIRST_KINDS: Readonly<Record<Sales, readonly ClientKindWord[]>> = {
  groups: ["association", "worksCouncil", "school", "groupOfFriends", "institution"],
  individuals: ["couple", "family", "individual"],
  companies: ["company", "worksCouncil"],
};

export function clientKindsFor(sells: readonly Sales[]): ClientKindWord[] {
  const first = SALES.filter((one) => sells.includes(one)).flatMap((one) => FIRST_KINDS[one]);
  return [...new Set([...first, ...CLIENT_KIND_WORDS])];
}

export const LOST_REASON_WORDS = ["price", "dates", "competitor", "projectDropped", "noAnswer", "budget", "other"] as const;
export const SOURCE_WORDS = ["recommendation", "website", "phone", "fair", "advertising", "existingClient", "partner"] as const;
