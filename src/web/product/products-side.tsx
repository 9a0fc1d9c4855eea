import type { Opportunity } from "#contract/opportunity.ts";
import { AmountPanel } from "#web/product/amount-panel.tsx";
import { ChecksPanel } from "#web/product/checks-panel.tsx";
import styles from "#web/product/products.module.css";

/** Beside the lines: the amount they feed, and what to check. */
export function ProductsSide({ one, onAmount }: { one: Opportunity; onAmount: (amount: string | null) => void }) {
  return (
    <div className={styles.side}>
      <AmountPanel one={one} onSave={onAmount} />
      <ChecksPanel one={one} />
    </div>
  );
}
