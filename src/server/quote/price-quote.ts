import { quoteEndpoints } from "#contract/quote.ts";
import { breakEven } from "#domain/quote/break-even.ts";
import { costingGrid } from "#domain/quote/costing-grid.ts";
import { costingProblems, takenProblems } from "#domain/quote/costing-problems.ts";
import { groupTotal } from "#domain/quote/group-total.ts";
import { mayPrice } from "#domain/quote/policy.ts";
import { prepare } from "#domain/quote/prepared-costing.ts";
import { parseAmount } from "#domain/shared/money.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { costingFrom } from "#server/quote/costing-from.ts";
import { presentPriced } from "#server/quote/present-priced.ts";

/** Nothing is stored, and nothing of the agency is told but what the costing left to its settings. */
export const priceQuote = handle(quoteEndpoints.priceQuote, {
  subject: nothing,
  allow: mayPrice,
  run: async ({ tx, body }) => {
    const costing = await costingFrom(tx, body);
    const taken = body.group ? takenProblems(costing, body.group.payers, body.group.taken).map(inGroup) : [];
    const problems = [...costingProblems(costing), ...taken];
    if (problems.length > 0) throw new Refusal("request.invalid", {}, problems);
    const prepared = prepare(costing);
    const columns = costingGrid(prepared);
    const sold = body.soldPrice === undefined ? columns[0]?.price.minor : parseAmount(body.soldPrice, costing.currency);
    if (sold === undefined) throw refuseField("/soldPrice", "amount.tooFine");
    const total = body.group ? groupTotal(prepared, body.group.payers, body.group.taken) : undefined;
    return presentPriced(prepared, { columns, total, sold, breakEven: breakEven(prepared, sold), isExplained: body.explain });
  },
});

function inGroup<Problem extends { readonly pointer: string }>(problem: Problem): Problem {
  return { ...problem, pointer: `/group${problem.pointer}` };
}
