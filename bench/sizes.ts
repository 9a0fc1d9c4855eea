/** Everything that stands in proportion to the opportunities, as a load agency has it. */
export type Sizes = { readonly opportunities: number; readonly clients: number; readonly contacts: number; readonly managers: number };

export function sizesOf(opportunities: number): Sizes {
  return { opportunities, clients: Math.ceil(opportunities / 5), contacts: Math.ceil(opportunities / 2.5), managers: 10 };
}

/** The five stages hold 15, 15, 15, 15 and 40 % of the opportunities. */
export const STAGE_SHARES = [15, 30, 45, 60, 100] as const;
