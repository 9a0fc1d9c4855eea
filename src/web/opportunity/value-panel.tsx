import type { Opportunity } from "#contract/opportunity.ts";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import { Money } from "#web/kit/money.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { CurrencyFact } from "#web/opportunity/currency-fact.tsx";
import { KindOfValue } from "#web/opportunity/kind-of-value.tsx";
import type { EditsProps } from "#web/opportunity/use-opportunity.ts";

/** What it is worth, what was hoped for, what is likely. */
export function ValuePanel({ one, save }: EditsProps) {
  const { words } = useSpoken();
  const { field, marginSource, panel } = words.opportunity;
  const me = useMe();
  const amount = Number(one.amount.amount) === 0 ? null : one.amount.amount;
  return (
    <Panel title={panel.value}>
      <FactsList>
        <Sum label={field.amount} value={amount} one={one} onSave={(next, before) => save({ amount: next }, { amount: before })} />
        <Sum
          label={field.objective}
          value={one.objective?.amount ?? null}
          one={one}
          onSave={(next, before) => save({ objective: next }, { objective: before })}
        />
        <KindOfValue one={one} save={save} />
        <CurrencyFact one={one} save={save} />
        <Fact label={field.potential}>
          <Money amount={one.potentialRevenue.amount} currency={one.potentialRevenue.currency} isInline />
        </Fact>
        {me.rights.costs && one.estimatedMargin && (
          <Fact label={field.margin}>
            <Money amount={one.estimatedMargin.amount} currency={one.estimatedMargin.currency} isInline />{" "}
            {one.marginSource && marginSource[one.marginSource]}
          </Fact>
        )}
      </FactsList>
    </Panel>
  );
}

type SumProps = {
  readonly label: string;
  readonly value: string | null;
  readonly one: Opportunity;
  readonly onSave: (next: string | null, before: string | null) => void;
};

function Sum({ label, value, one, onSave }: SumProps) {
  return (
    <Fact label={label}>
      <InlineField
        label={label}
        value={value}
        canEdit={one.can.edit}
        onSave={onSave}
        editor={({ draft, change }) => (
          <MoneyField label={label} hidesLabel autoFocus value={draft} onChange={change} currency={one.currency} />
        )}
      >
        <Money amount={value} currency={one.currency} isInline />
      </InlineField>
    </Fact>
  );
}
