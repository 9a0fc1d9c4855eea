import type { Product } from "#contract/product.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { currencyOptions } from "#web/app/countries.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { quantityTypeOptions } from "#web/catalogue/product-words.ts";
import type { PeriodDraft, PeriodsFormState } from "#web/catalogue/use-periods-form.ts";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { WeekdaysField } from "#web/kit/weekdays-field.tsx";
import styles from "#web/catalogue/periods.module.css";

type ParticularsProps = { readonly row: PeriodDraft; readonly index: number; readonly form: PeriodsFormState; readonly product: Product };

const OF_PRODUCT = "product";

/** What a period may have of its own: weekdays, a currency, a way of counting, a word about the allotment. */
export function PeriodParticulars({ row, index, form, product }: ParticularsProps) {
  const { words, locale } = useAllSpoken();
  const say = words.catalogue.periods;
  const { field } = words.catalogue.products;
  const named = (column: string) => say.cell({ column, n: index + 1 });
  return (
    <div className={styles.particulars} role="group" aria-label={named(say.more)}>
      <WeekdaysField
        label={say.weekdays}
        hint={row.weekdays === null ? say.everyDay : undefined}
        value={row.weekdays}
        onChange={(weekdays) => form.change(row.key, { weekdays })}
        error={form.errorOf(index, "weekdays")}
      />
      <ChoiceField
        label={field.currency}
        className={styles.particular}
        options={currencyOptions(locale)}
        value={row.currency ?? product.currency}
        onChange={(currency) => form.change(row.key, { currency: currency === product.currency ? null : currency })}
        onClear={() => form.change(row.key, { currency: null })}
        error={form.errorOf(index, "currency")}
      />
      <Select
        label={field.quantityType}
        className={styles.particular}
        options={[{ id: OF_PRODUCT, label: say.ofProduct }, ...quantityTypeOptions(words)]}
        value={row.quantityType ?? OF_PRODUCT}
        onChange={(id) => form.change(row.key, { quantityType: id === OF_PRODUCT ? null : (id as Product["quantityType"]) })}
      />
      <TextField
        label={say.allotment}
        hint={say.allotmentHint}
        isOptional
        className={styles.allotment}
        value={row.allotment ?? ""}
        onChange={(text) => form.change(row.key, { allotment: text === "" ? null : text })}
        maxLength={500}
        error={form.errorOf(index, "allotment")}
      />
    </div>
  );
}
