/**
 * Who travels (RULES 2.3). A client's free place raises the payers' price; a supplier's lowers it: two different inputs.
 * Bases count payers: heads H = P + F, F the greatest number that agrees with its rule.
 */
import type { Consumer, FreePlaceRule } from "#domain/quote/costing.ts";

/** Of P payers: after 20, one in 20: P 19 gives 0, 1; 20: 1, 1; 38: 1, 2; 40: 2, 2. */
export function freePlacesFor(rule: FreePlaceRule, payers: number): number {
  switch (rule.rule) {
    case "none":
      return 0;
    case "afterPaying":
    case "onPayers":
      return Math.floor(payers / rule.n);
    case "oneIn":
      return Math.floor(payers / (rule.n - 1));
    case "thresholds":
      return rule.thresholds.filter((threshold) => threshold <= payers).length;
  }
}

/** Where heads are known (suppliers, rooming lists): after 20 of 20 heads none, one in 20 one; of 41 one, two. */
export function freeAmongHeads(rule: "after" | "oneIn", n: number, heads: number): number {
  return Math.floor(heads / (rule === "after" ? n + 1 : n));
}

/** Numbers of heads; children are among the payers. */
export type Group = {
  readonly payers: number;
  readonly children: number;
  readonly freePlaces: number;
  readonly leaders: number;
  readonly drivers: number;
};

export function headsOf(group: Group, consumers: readonly Consumer[]): number {
  return consumers.reduce((heads, consumer) => heads + group[consumer], 0);
}

/** 20 payers with 4 children, 1 free: 17 adults and 4 children; children count only where payers do. */
export function childrenAmong(group: Group, consumers: readonly Consumer[]): number {
  return consumers.includes("payers") ? group.children : 0;
}
