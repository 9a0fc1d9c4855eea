import type { Opportunity } from "#contract/opportunity.ts";
import { useSpoken } from "#web/app/words.ts";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { useProducts, type Line } from "#web/product/use-products.ts";
import styles from "#web/product/products.module.css";

/** What is missing before a quote is made from the lines. */
export function ChecksPanel({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const say = words.product.check;
  const products = useProducts(one.id).data;
  if (!products || products.data.length === 0) return null;
  const named = (lines: readonly Line[]): string => lines.map((line) => line.name).join(", ");
  const withoutSupplier = products.data.filter((line) => line.supplier === null);
  const withoutCost = products.totals.withoutCost > 0 ? products.data.filter((line) => line.unitCost === null) : [];
  const outside = products.data.filter((line) => line.outsidePeriods);
  const checks = [
    { id: "supplier", words: say.withoutSupplier({ n: withoutSupplier.length }), lines: withoutSupplier },
    { id: "cost", words: say.withoutCost({ n: withoutCost.length }), lines: withoutCost },
    { id: "periods", words: say.outsidePeriods, lines: outside },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <Panel title={say.title}>
      {checks.length === 0 && <p className={styles.note}>{say.nothing}</p>}
      {checks.map((check) => (
        <p key={check.id} className={styles.check}>
          <Pill kind="warning">{check.words}</Pill>
          <span>{named(check.lines)}</span>
        </p>
      ))}
    </Panel>
  );
}
