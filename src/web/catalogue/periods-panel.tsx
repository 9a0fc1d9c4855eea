import { useState } from "react";
import type { Product } from "#contract/product.ts";
import { periodOn } from "#domain/product/price-period.ts";
import { useMe } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { PeriodsForm } from "#web/catalogue/periods-form.tsx";
import { particularsOf } from "#web/catalogue/use-periods-form.ts";
import { Button } from "#web/kit/button.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { Arrow } from "#web/kit/date-range.tsx";
import { formatDay, formatMoney } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Money } from "#web/kit/money.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import look from "#web/kit/table-look.module.css";
import styles from "#web/catalogue/periods.module.css";

/** What it costs and is sold for on which days; changed together, because no day has two prices. */
export function PeriodsPanel({ product }: { product: Product }) {
  const { words } = useAllSpoken();
  const say = words.catalogue.periods;
  const [isEditing, setIsEditing] = useState(false);
  const canOpen = product.can.edit && !isEditing;
  return (
    <Panel
      title={say.title}
      {...(product.periods.length > 0 ? { count: product.periods.length } : {})}
      isFlush
      action={
        canOpen && (
          <Button look="link" size="small" onPress={() => setIsEditing(true)}>
            {product.periods.length > 0 ? say.edit : say.add}
          </Button>
        )
      }
    >
      {isEditing ? <PeriodsForm product={product} onClose={() => setIsEditing(false)} /> : <Periods product={product} />}
    </Panel>
  );
}

function Periods({ product }: { product: Product }) {
  const { words, locale } = useAllSpoken();
  const say = words.catalogue.periods;
  const { currency, unitPrice, periods } = product;
  const price = unitPrice === null ? undefined : formatMoney({ amount: unitPrice, currency }, locale);
  if (periods.length === 0) return <p className={styles.note}>{price === undefined ? say.none : say.noneBut({ price })}</p>;
  return (
    <>
      <Table product={product} />
      {price !== undefined && <p className={styles.note}>{say.outside({ price })}</p>}
    </>
  );
}

function Table({ product: { periods, currency } }: { product: Product }) {
  const { words, locale } = useAllSpoken();
  const { today } = useSurroundings();
  const { costs } = useMe().rights;
  const say = words.catalogue.periods;
  const { field } = words.catalogue.products;
  const held = periodOn(periods, today);
  const sorted = periods.toSorted((one, other) => one.from.localeCompare(other.from));
  return (
    <div className={styles.region} role="region" aria-label={say.title} tabIndex={0}>
      <table className={look.table}>
        <thead>
          <tr>
            <th>{`${say.from} – ${say.until}`}</th>
            {costs && <th className={look.figures}>{field.unitCost}</th>}
            <th className={look.figures}>{field.unitPrice}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((period, index) => (
            <tr key={index}>
              <th scope="row" className={styles.days}>
                {formatDay(period.from, locale)} <Arrow /> {formatDay(period.until, locale)}{" "}
                {period === held && <Pill kind="success">{say.today}</Pill>}
                <Particulars period={period} />
              </th>
              {costs && (
                <td className={classNames(look.figures, look.quiet)}>
                  <Money amount={period.cost} currency={period.currency ?? currency} />
                </td>
              )}
              <td className={look.figures}>
                <Money amount={period.price} currency={period.currency ?? currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Particulars({ period }: { period: Product["periods"][number] }) {
  const { words, locale } = useAllSpoken();
  const parts = particularsOf(period, words, locale);
  return parts.length === 0 ? null : <span className={styles["particular-text"]}>{parts.join(" · ")}</span>;
}
