import type { Opportunity } from "#contract/opportunity.ts";
import type { Line, ProductVerbs } from "#web/product/use-products.ts";

/** What every cell of a line needs to know. */
export type RowProps = {
  readonly one: Opportunity;
  readonly line: Line;
  readonly lines: readonly Line[];
  readonly index: number;
  readonly verbs: ProductVerbs;
};
