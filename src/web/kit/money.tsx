import { classNames } from "#web/kit/class-names.ts";
import { formatMoney, formatSigned, type Cents } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import styles from "#web/kit/money.module.css";

export type MoneyProps = {
  /** A decimal string with a point; null when unknown, drawn "–". */
  amount: string | null;
  currency: string;
  cents?: Cents;
  /** A conversion: "≈" stands before it. */
  isApproximate?: boolean;
  /** A difference: its sign is always written and it takes no colour. */
  isDifference?: boolean;
  isStrong?: boolean;
  /** In running text: not pushed to the right. */
  isInline?: boolean;
};

export function Money({ amount, currency, cents = "auto", isApproximate, isDifference, isStrong, isInline }: MoneyProps) {
  const { locale } = useSurroundings();
  const isNegative = amount !== null && /^-.*[1-9]/.test(amount);
  const className = classNames(
    styles.money,
    isInline && styles.inline,
    isStrong && styles.strong,
    isNegative && !isDifference && styles.negative,
    amount === null && styles.unknown,
  );
  if (amount === null) return <span className={className}>–</span>;
  const text = formatMoney({ amount, currency }, locale, cents);
  return (
    <span className={className}>
      {isApproximate && "≈\u00a0"}
      {isDifference ? formatSigned(text, isNegative) : text}
    </span>
  );
}
