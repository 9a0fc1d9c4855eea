/** Participants travel: adults, children, infants. Free places are among them; the others pay. */
import type { FieldProblem } from "#domain/shared/refusal.ts";

type Heads = { readonly adults: number | null; readonly children: number | null; readonly infants: number | null };

/** Unknown when nothing was counted yet. */
export function paxOf({ adults, children, infants }: Heads): number | null {
  if (adults === null && children === null && infants === null) return null;
  return (adults ?? 0) + (children ?? 0) + (infants ?? 0);
}

export function payersOf(heads: Heads & { readonly freePlaces: number | null }): number | null {
  const pax = paxOf(heads);
  return pax === null ? null : Math.max(0, pax - (heads.freePlaces ?? 0));
}

export type Participants = Heads & { readonly freePlaces: number | null };

/** Whole numbers, none below zero; free places can only be among those who travel, once these are counted. */
export function participantProblems(participants: Participants): FieldProblem[] {
  const { adults, children, infants, freePlaces } = participants;
  const problems: FieldProblem[] = [];
  for (const [field, count] of Object.entries({ adults, children, infants, freePlaces })) {
    if (count === null) continue;
    if (!Number.isInteger(count)) problems.push({ pointer: `/${field}`, code: "value.type" });
    else if (count < 0) problems.push({ pointer: `/${field}`, code: "value.tooSmall" });
  }
  const pax = paxOf(participants);
  if (pax !== null && freePlaces !== null && freePlaces > pax) problems.push({ pointer: "/freePlaces", code: "freePlaces.tooMany" });
  return problems;
}
