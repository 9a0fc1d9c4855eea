import type { Opportunity } from "#contract/opportunity.ts";
import { differenceFrom } from "#domain/opportunity/amount.ts";
import { formatAmount, parseAmount } from "#domain/shared/money.ts";

type Money = { readonly amount: string; readonly currency: string };

const minorOf = (money: Money): bigint => parseAmount(money.amount, money.currency) ?? 0n;

/** What the amount and the products disagree by, shown beside it. */
export function differenceOf(one: Pick<Opportunity, "amount" | "amountSource" | "products">): Money | undefined {
  const { amount, amountSource, products } = one;
  const difference = differenceFrom({ minor: minorOf(amount), source: amountSource }, products.total && minorOf(products.total));
  return difference === undefined ? undefined : { amount: formatAmount(difference, amount.currency), currency: amount.currency };
}

/** What is left to the objective: negative once it is passed. */
export function leftToObjective(one: Pick<Opportunity, "objective" | "potentialRevenue">): Money | undefined {
  if (!one.objective) return undefined;
  const left = minorOf(one.objective) - minorOf(one.potentialRevenue);
  return { amount: formatAmount(left, one.objective.currency), currency: one.objective.currency };
}
