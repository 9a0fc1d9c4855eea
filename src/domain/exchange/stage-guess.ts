/** What a file calls its stages and ends, in other programs' words. */
import { foldName } from "#domain/exchange/names.ts";

export type KnownStage = { readonly id: string; readonly names: readonly string[]; readonly probabilityPercent: number };
export type StageValue = {
  readonly value: string;
  /** The mean probability of its rows, if the file says one. */ readonly probability: number | undefined;
};

const WON = /\b(won|closed won|closedwon|gagne|gagnee|vinta|vinto|confirme|confirmee|confirmed|confermata|confermato)\b/;
const LOST = /\b(lost|closed lost|closedlost|perdu|perdue|persa|perso|abandon|abandonne|abandonnee|abandoned|abbandonata)\b/;

/** The end or stage a value means: its own name, else the words for an end, else the stage of nearest probability; else it is asked. */
export function guessStage({ value, probability }: StageValue, stages: readonly KnownStage[]): string | undefined {
  const folded = foldName(value);
  const own = stages.find((stage) => stage.names.some((name) => foldName(name) === folded));
  if (own) return own.id;
  if (WON.test(folded)) return "won";
  if (LOST.test(folded)) return "lost";
  if (probability === undefined) return undefined;
  if (probability >= 100) return "won";
  return stages.toSorted((a, b) => Math.abs(a.probabilityPercent - probability) - Math.abs(b.probabilityPercent - probability))[0]?.id;
}
