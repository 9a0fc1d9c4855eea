import { Suspense, type ReactNode } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { payersOf } from "#domain/opportunity/participants.ts";
import { useMe } from "#web/app/me.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useSpoken } from "#web/app/words.ts";
import { classNames } from "#web/kit/class-names.ts";
import { formatMoney, formatPercent } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { AddProduct } from "#web/product/add-product.tsx";
import { priceText } from "#web/product/figures.ts";
import { ProductRow } from "#web/product/product-row.tsx";
import { useProducts, useProductVerbs, type Panel as Products } from "#web/product/use-products.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/product/products.module.css";

type ProductsProps = { readonly one: Opportunity };
/** `foot`: what can be made of the lines. */
type PanelProps = ProductsProps & { readonly foot?: ReactNode };

/** What is being sold: every figure is changed in its cell, the total stays in sight. */
export function ProductsPanel({ one, foot }: PanelProps) {
  const { words } = useSpoken();
  const query = useProducts(one.id);
  return (
    <Loaded query={query} label={words.product.loading} frame={<Block height={280} />}>
      {(products) => <Table one={one} products={products} foot={foot} />}
    </Loaded>
  );
}

function Table({ one, products, foot }: PanelProps & { products: Products }) {
  const { words } = useSpoken();
  const say = words.product;
  const verbs = useProductVerbs(one.id);
  const costs = useMe().rights.costs;
  const lines = products.data;
  return (
    <div className={styles.stack}>
      <Panel title={say.title} count={lines.length} isFlush>
        <div className={styles.region} role="region" aria-label={say.title} tabIndex={0}>
          <table className={classNames(look.table, styles.table)}>
            <Head costs={costs} canEdit={one.can.edit} />
            <tbody>
              {lines.map((line, index) => (
                <ProductRow key={line.id} {...{ one, line, lines, verbs, index }} />
              ))}
              {lines.length === 0 && (
                <tr>
                  <td colSpan={costs ? 9 : 7} className={look.quiet}>
                    {say.empty}
                  </td>
                </tr>
              )}
            </tbody>
            {lines.length > 0 && <Foot one={one} products={products} />}
          </table>
        </div>
        {one.can.edit && <AddProduct verbs={verbs} currency={one.currency} />}
      </Panel>
      {one.valueKind === "recurring" && one.period && (
        <p className={styles.note}>{say.periodNote({ period: say.perPeriod[one.period] })}</p>
      )}
      {lines.length > 0 && <Suspense fallback={null}>{foot}</Suspense>}
    </div>
  );
}

function Head({ costs, canEdit }: { costs: boolean; canEdit: boolean }) {
  const { words } = useSpoken();
  const say = words.product;
  return (
    <thead>
      <tr>
        <td className={styles.grip} />
        <th className={styles.name}>{say.name}</th>
        <th className={styles.supplier}>{say.supplier}</th>
        <th className={classNames(look.figures, styles.quantity)}>{say.quantity}</th>
        <th className={classNames(look.figures, styles.price)}>{say.unitPrice}</th>
        <th className={classNames(look.figures, styles.total)}>{say.total}</th>
        {costs && <th className={classNames(look.figures, styles.cost)}>{say.cost}</th>}
        {costs && <th className={classNames(look.figures, styles.margin)}>{say.margin}</th>}
        {canEdit && <td className={styles.acts} />}
      </tr>
    </thead>
  );
}

function Foot({ one, products }: ProductsProps & { products: Products }) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const costs = useMe().rights.costs;
  const { total, cost, marginPercent, perPerson } = products.totals;
  const payers = payersOf(one);
  const figure = (money: { amount: string } | null) => (money ? priceText(money.amount, one.currency, locale) : "–");
  return (
    <tfoot>
      <tr>
        <td />
        <th scope="row">{words.product.sum}</th>
        <td colSpan={3} className={classNames(look.quiet, styles.perPerson)}>
          {perPerson && payers ? words.product.perPerson({ price: formatMoney(perPerson, locale), n: payers }) : ""}
        </td>
        <td className={look.figures}>{figure(total)}</td>
        {costs && <td className={look.figures}>{figure(cost)}</td>}
        {costs && <td className={look.figures}>{marginPercent === null ? "–" : formatPercent(marginPercent, locale, 1)}</td>}
        {one.can.edit && <td />}
      </tr>
    </tfoot>
  );
}
