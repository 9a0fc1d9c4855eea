import { Trash2 } from "lucide-react";
import type { Discount } from "#domain/quote/costing.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import styles from "#web/quote/quote-chips.module.css";

const KINDS = ["percent", "amount", "perPayer"] as const;

/** Deductions from the total of the group, in their order. */
export function DiscountFields({ work }: { work: QuoteWork }) {
  const { words } = useAllSpoken();
  const say = words.quoting.discount;
  const { sheet } = work.reckoned;
  const set = (to: readonly Discount[]): void => work.edit([{ kind: "setSheet", field: "discounts", was: sheet.discounts, to }]);
  const change = (index: number, next: Partial<Discount>): void =>
    set(sheet.discounts.map((one, at) => (at === index ? { ...one, ...next } : one)));
  return (
    <>
      {sheet.discounts.map((discount, index) => (
        // eslint-disable-next-line react/no-array-index-key -- their order is what they are
        <div key={index} className={styles.discount} role="group" aria-label={say.numbered({ n: index + 1 })}>
          <TextField label={say.name} maxLength={120} value={discount.name} onChange={(name) => change(index, { name })} />
          <Select
            label={say.kind}
            value={discount.kind}
            options={KINDS.map((id) => ({ id, label: say.kinds[id] }))}
            onChange={(kind) => change(index, { kind: kind as Discount["kind"] })}
          />
          {discount.kind === "percent" ? (
            <NumberField
              label={say.value}
              unit="%"
              min={0}
              max={100}
              maxDecimals={2}
              value={Number(discount.value)}
              onChange={(to) => to !== null && change(index, { value: String(to) })}
            />
          ) : (
            <MoneyField
              label={say.value}
              currency={sheet.currency}
              value={discount.value}
              onChange={(to) => to !== null && change(index, { value: to })}
            />
          )}
          <IconButton
            icon={Trash2}
            label={say.remove({ n: index + 1 })}
            onPress={() => set(sheet.discounts.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button size="small" onPress={() => set([...sheet.discounts, { name: say.new, kind: "percent", value: "0" }])}>
        {say.add}
      </Button>
    </>
  );
}
