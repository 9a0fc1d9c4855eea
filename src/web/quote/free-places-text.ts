import type { FreePlaceRule } from "#domain/quote/costing.ts";
import type { Words } from "#words/en.ts";

/** "Free places, 1 for 20" */
export function freePlacesText(rule: FreePlaceRule, words: Words): string {
  const say = words.quoting.freePlaces;
  if (rule.rule === "none") return say.none;
  if (rule.rule === "thresholds") return say.thresholds({ list: rule.thresholds.join(", ") });
  return say[rule.rule]({ n: rule.n });
}
