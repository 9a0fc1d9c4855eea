import { Plus, SlidersHorizontal, X } from "lucide-react";
import type { Product } from "#contract/product.ts";
import { ConflictChooser } from "#web/app/conflict-chooser.tsx";
import { Form } from "#web/app/form.tsx";
import { useMe } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { PeriodParticulars } from "#web/catalogue/period-particulars.tsx";
import { usePeriodsForm, type PeriodDraft, type PeriodsFormState } from "#web/catalogue/use-periods-form.ts";
import { Button } from "#web/kit/button.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import styles from "#web/catalogue/periods.module.css";

type PeriodsFormProps = { readonly product: Product; readonly onClose: () => void };

/** Every period a line of fields; what the server refuses is said under the field it names. */
export function PeriodsForm({ product, onClose }: PeriodsFormProps) {
  const { words } = useAllSpoken();
  const say = words.catalogue.periods;
  const form = usePeriodsForm(product, onClose);
  return (
    <div className={styles.form}>
      <Form
        onSubmit={form.submit}
        failure={form.failure}
        fields={["periods"]}
        actions={
          <>
            <Button type="submit" look="primary" isPending={form.isPending}>
              {words.common.save}
            </Button>
            <Button onPress={onClose}>{words.common.cancel}</Button>
          </>
        }
      >
        <ul className={styles.rows}>
          {form.rows.map((row, index) => (
            <li key={row.key}>
              <PeriodFields row={row} index={index} form={form} currency={row.currency ?? product.currency} />
              {row.isOpen && <PeriodParticulars row={row} index={index} form={form} product={product} />}
            </li>
          ))}
        </ul>
        <Button look="quiet" size="small" icon={<Icon of={Plus} />} onPress={form.add} className={styles.add}>
          {say.add}
        </Button>
        {form.rows.length > 1 && <p className={styles.rule}>{say.rule}</p>}
        {form.conflict && <ConflictChooser conflict={form.conflict} theirs={form.theirs} />}
      </Form>
    </div>
  );
}

type RowProps = { readonly row: PeriodDraft; readonly index: number; readonly form: PeriodsFormState; readonly currency: string };

function PeriodFields({ row, index, form, currency }: RowProps) {
  const { words } = useAllSpoken();
  const say = words.catalogue.periods;
  const { field } = words.catalogue.products;
  const { costs } = useMe().rights;
  const isPhone = useIsPhone();
  const n = index + 1;
  // Above the first line the columns are named once; on a phone every field says what it is.
  const named = (column: string) => ({
    label: index === 0 || isPhone ? column : say.cell({ column, n }),
    hidesLabel: index > 0 && !isPhone,
  });
  return (
    <div className={styles.row} data-first={index === 0 || undefined} role="group" aria-label={say.numbered({ n })}>
      <DateField
        {...named(say.from)}
        className={styles.day}
        autoFocus={row.takesFocus}
        value={row.from}
        onChange={(from) => form.change(row.key, { from })}
        error={form.errorOf(index, "from")}
      />
      <DateField
        {...named(say.until)}
        className={styles.day}
        value={row.until}
        onChange={(until) => form.change(row.key, { until })}
        error={form.errorOf(index, "until")}
      />
      {costs && (
        <MoneyField
          {...named(field.unitCost)}
          className={styles.figure}
          currency={currency}
          value={row.cost}
          onChange={(cost) => form.change(row.key, { cost })}
          error={form.errorOf(index, "cost")}
        />
      )}
      <MoneyField
        {...named(field.unitPrice)}
        className={styles.figure}
        currency={currency}
        value={row.price}
        onChange={(price) => form.change(row.key, { price })}
        error={form.errorOf(index, "price")}
      />
      <div className={styles.remove}>
        <IconButton
          icon={SlidersHorizontal}
          label={say.cell({ column: say.more, n })}
          isPressed={row.isOpen}
          onPress={() => form.change(row.key, { isOpen: !row.isOpen })}
        />
        <IconButton icon={X} label={say.remove({ n })} onPress={() => form.remove(row.key)} />
      </div>
    </div>
  );
}
