/**
 * The amount is the effective value of the deal and says where it comes from: the products (followed), a person (stays
 * as typed), or a quote. The objective is never touched here: persons only change it.
 */
export type AmountSource = "products" | "typed" | "quote";

export type Amount = { readonly minor: bigint; readonly source: AmountSource };

/** Empty or zero: follows the products. Anything else stays as typed. */
export function amountWhenTyped(typedMinor: bigint | null, productsMinor: bigint): Amount {
  if (typedMinor === null || typedMinor === 0n) return followProducts(productsMinor);
  return { minor: typedMinor, source: "typed" };
}

export function followProducts(productsMinor: bigint): Amount {
  return { minor: productsMinor, source: "products" };
}

export function followQuote(chosenMinor: bigint): Amount {
  return { minor: chosenMinor, source: "quote" };
}

/** Only an amount that follows the products moves with them, and only while open: closed, it is frozen. */
export function amountWhenProductsChange(amount: Amount, productsMinor: bigint, isOpen = true): Amount {
  return isOpen && amount.source === "products" ? followProducts(productsMinor) : amount;
}

/** Only an amount that follows the chosen quote moves with it, and only while open. Accepting one moves no open amount. */
export function amountWhenQuoteChanges(amount: Amount, chosenMinor: bigint, isOpen = true): Amount {
  return isOpen && amount.source === "quote" ? followQuote(chosenMinor) : amount;
}

/** What the amount and the products (or the quote) disagree by, shown beside it; nothing when they agree. */
export function differenceFrom(amount: Amount, otherMinor: bigint | null): bigint | undefined {
  if (otherMinor === null || otherMinor === amount.minor) return undefined;
  return amount.minor - otherMinor;
}

type AtWinning = {
  /** The accepted quote's total, if one was accepted. */
  readonly acceptedQuoteMinor: bigint | null;
  /** The products' total, if there is at least one line. */
  readonly productsMinor: bigint | null;
};

/** Won: the accepted quote, else the products (even over a typed amount), else unchanged. */
export function amountWhenWon(amount: Amount, { acceptedQuoteMinor, productsMinor }: AtWinning): Amount {
  if (acceptedQuoteMinor !== null) return followQuote(acceptedQuoteMinor);
  if (productsMinor !== null) return followProducts(productsMinor);
  return amount;
}
