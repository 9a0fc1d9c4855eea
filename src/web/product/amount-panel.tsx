import { useState, type ReactNode } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatMoney, formatPercent, formatSigned } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import { Money } from "#web/kit/money.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { differenceOf, leftToObjective } from "#web/product/difference.ts";
import { useProducts } from "#web/product/use-products.ts";
import styles from "#web/product/products.module.css";

type SaveAmount = (amount: string | null) => void;
type AmountProps = { readonly one: Opportunity; readonly onSave: SaveAmount };

/** Where the amount comes from, beside what the products come to. */
export function AmountPanel({ one, onSave }: AmountProps) {
  const { words } = useSpoken();
  const say = words.product;
  return (
    <Panel title={say.amount.title}>
      <AmountChoice one={one} onSave={onSave} />
      <Figures one={one} />
    </Panel>
  );
}

/** Two ways, and one click back. A won amount is frozen: the total is taken over by a button. */
export function AmountChoice({ one, onSave }: AmountProps) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const say = words.product.amount;
  const difference = differenceOf(one);
  if (one.outcome !== "open")
    return (
      <div className={styles.choice}>
        <p className={styles.note}>{say.frozen}</p>
        {difference && (
          <p className={styles.note}>
            {say.difference({ amount: signed(difference, locale) })}
            {one.can.edit && one.products.count > 0 && (
              <Button size="small" onPress={() => onSave(null)}>
                {say.take}
              </Button>
            )}
          </p>
        )}
      </div>
    );
  return (
    <div className={styles.choice}>
      <OpenChoice one={one} onSave={onSave} />
      {difference && <p className={styles.note}>{say.difference({ amount: signed(difference, locale) })}</p>}
    </div>
  );
}

/** "Typed" opens the field with the amount of now; Enter keeps it. */
function OpenChoice({ one, onSave }: AmountProps) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const say = words.product.amount;
  const total = one.products.total ?? { amount: "0", currency: one.currency };
  const isTyped = one.amountSource === "typed";
  const [draft, setDraft] = useState<string | null>();
  const choose = (id: string): void => {
    if (id === "products") onSave(null);
    setDraft(id === "typed" ? one.amount.amount : undefined);
  };
  const keep = (): void => {
    if (draft && Number(draft) > 0) onSave(draft);
    setDraft(undefined);
  };
  return (
    <>
      <RadioGroup
        label={say.choice}
        hidesLabel
        value={isTyped || draft !== undefined ? "typed" : "products"}
        onChange={choose}
        isReadOnly={!one.can.edit}
        options={[
          { id: "products", label: say.follows, hint: `${say.followsHint} · ${formatMoney(total, locale)}` },
          { id: "typed", label: say.typed, hint: say.typedHint },
        ]}
      />
      {draft !== undefined && (
        <div onKeyDown={(event) => event.key === "Enter" && keep()}>
          <MoneyField label={say.typed} hidesLabel autoFocus value={draft} currency={one.currency} onChange={setDraft} onBlur={keep} />
        </div>
      )}
      {isTyped && draft === undefined && one.can.edit && (
        <Button look="link" onPress={() => setDraft(one.amount.amount)}>
          {formatMoney(one.amount, locale)}
        </Button>
      )}
    </>
  );
}

function signed(difference: { readonly amount: string; readonly currency: string }, locale: string): string {
  return formatSigned(formatMoney(difference, locale), difference.amount.startsWith("-"));
}

function Figures({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const say = words.product;
  const totals = useProducts(one.id).data?.totals;
  const left = leftToObjective(one);
  return (
    <dl className={styles.figures}>
      {totals?.cost && (
        <Figure label={say.cost}>
          <Money amount={totals.cost.amount} currency={totals.cost.currency} />
        </Figure>
      )}
      {totals?.margin && (
        <Figure label={say.margin}>
          <Money amount={totals.margin.amount} currency={totals.margin.currency} isStrong />
        </Figure>
      )}
      {totals?.marginPercent && <Figure label={say.marginOnPrice}>{formatPercent(totals.marginPercent, locale, 1)}</Figure>}
      {one.objective && (
        <Figure label={words.opportunity.field.objective} isApart>
          <Money amount={one.objective.amount} currency={one.objective.currency} />
        </Figure>
      )}
      {left && Number(left.amount) !== 0 && (
        <Figure label={left.amount.startsWith("-") ? say.amount.beyondObjective : say.amount.toObjective}>
          <Money amount={left.amount.replace(/^-/, "")} currency={left.currency} />
        </Figure>
      )}
      <Figure label={say.amount.weighted({ percent: one.probabilityPercent })}>
        <Money amount={one.likelyRevenue.amount} currency={one.likelyRevenue.currency} />
      </Figure>
    </dl>
  );
}

function Figure({ label, children, isApart = false }: { label: string; children: ReactNode; isApart?: boolean }) {
  return (
    <div className={isApart ? styles.apart : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
