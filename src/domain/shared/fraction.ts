/** Exact arithmetic: money meets rates and percentages without a floating point in between. */
export type Fraction = { readonly n: bigint; readonly d: bigint };

export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const [numerator, denominator] = [BigInt(n), BigInt(d)];
  if (denominator === 0n) throw new RangeError("a fraction over zero");
  return reduced(numerator, denominator);
}

export const ZERO: Fraction = { n: 0n, d: 1n };

export function add(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.n, a.d * b.d);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.n === 0n) throw new RangeError("a division by zero");
  return reduced(a.n * b.d, a.d * b.n);
}

export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** "0.9213" → 9213/10000; undefined for anything that is no decimal number. */
export function parseDecimal(text: string): Fraction | undefined {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = "0", decimals = ""] = parts;
  const magnitude = BigInt(whole + decimals);
  return reduced(sign === "-" ? -magnitude : magnitude, 10n ** BigInt(decimals.length));
}

/** The nearest whole number; a half goes away from zero. */
export function roundHalfAway({ n, d }: Fraction): bigint {
  const magnitude = n < 0n ? -n : n;
  const rounded = (2n * magnitude + d) / (2n * d);
  return n < 0n ? -rounded : rounded;
}

export function percent(whole: number | bigint): Fraction {
  return fraction(whole, 100n);
}

function reduced(n: bigint, d: bigint): Fraction {
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d);
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
