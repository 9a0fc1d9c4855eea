import { useAllSpoken } from "#web/app/words.ts";
import { Money } from "#web/kit/money.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { bandText } from "#web/quote/band-text.ts";
import { chosenBase } from "#web/quote/chosen-base.ts";
import type { QuoteVersion } from "#web/quote/use-quote.ts";
import styles from "#web/quote/quote-side.module.css";

/** What the chosen group pays, for those who may not see what it costs. */
export function SeenTotals({ version }: { version: QuoteVersion }) {
  const { words } = useAllSpoken();
  const say = words.quoting.totals;
  const { sheet, payers, price, total, currency } = version;
  const base = chosenBase(sheet);
  return (
    <Panel title={base === undefined ? say.noBase : say.title({ band: bandText(sheet.bases, base) })}>
      <dl className={styles.figures}>
        <div>
          <dt>{say.payers}</dt>
          <dd>{payers ?? "–"}</dd>
        </div>
        <div>
          <dt>{words.quoting.list.field.price}</dt>
          <dd>
            <Money amount={price?.amount ?? null} currency={currency} />
          </dd>
        </div>
        <div data-strong>
          <dt>{say.revenue}</dt>
          <dd>
            <Money amount={total?.amount ?? null} currency={currency} />
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
