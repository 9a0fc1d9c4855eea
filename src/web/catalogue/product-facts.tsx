import type { Product } from "#contract/product.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { countryOptions, currencyOptions } from "#web/app/countries.ts";
import { RecordField } from "#web/app/record-field.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { destinationText } from "#web/catalogue/product-words.ts";
import type { ProductChange, ProductEdits } from "#web/catalogue/use-catalogue-edits.ts";
import { formatMoney, formatNumber } from "#web/kit/format.ts";
import { MoneyField } from "#web/kit/money-field.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { SupplierField } from "#web/product/supplier-cell.tsx";
import styles from "#web/app/record-field.module.css";

type FactProps = { readonly edits: ProductEdits; readonly product: Product };

export function SupplierFact({ edits, product: { supplier } }: FactProps) {
  const { field } = useAllSpoken().words.catalogue.products;
  return (
    <RecordField
      edits={edits}
      name="supplierId"
      label={field.supplier}
      value={supplier && { id: supplier.id, label: supplier.name }}
      textOf={(option) => option?.label ?? ""}
      changeOf={(option) => ({ supplierId: option?.id ?? null })}
      editor={({ draft, save }) => <SupplierField label={field.supplier} value={draft} onChange={save} />}
    />
  );
}

export function DestinationFact({ edits, product }: FactProps) {
  const { words, locale } = useAllSpoken();
  const { field } = words.catalogue.products;
  return (
    <RecordField
      edits={edits}
      name="destination"
      label={field.destination}
      value={product.destination}
      textOf={(destination) => destinationText(destination, locale)}
      changeOf={({ country, place }) => ({ destination: { country, place: place?.trim() || null } })}
      editor={({ draft, change }) => (
        <div className={styles.address}>
          <TextField
            label={field.place}
            autoFocus
            value={draft.place ?? ""}
            onChange={(place) => change({ ...draft, place })}
            maxLength={120}
          />
          <ChoiceField
            label={field.country}
            options={countryOptions(locale)}
            value={draft.country}
            onChange={(country) => change({ ...draft, country })}
            onClear={() => change({ ...draft, country: null })}
          />
        </div>
      )}
    />
  );
}

export function CapacityFact({ edits, product: { capacity } }: FactProps) {
  const { words, locale } = useAllSpoken();
  const { field } = words.catalogue.products;
  return (
    <RecordField
      edits={edits}
      name="capacity"
      label={field.capacity}
      value={capacity}
      textOf={(n) => (n === null ? "" : formatNumber(n, locale))}
      changeOf={(next) => ({ capacity: next })}
      editor={({ draft, change }) => (
        <NumberField label={field.capacity} hidesLabel autoFocus min={1} max={100_000} value={draft} onChange={change} />
      )}
    />
  );
}

export function CurrencyFact({ edits, product: { currency } }: FactProps) {
  const { words, locale } = useAllSpoken();
  const { field } = words.catalogue.products;
  return (
    <RecordField
      edits={edits}
      name="currency"
      label={field.currency}
      value={currency}
      textOf={(code) => code}
      changeOf={(code) => ({ currency: code })}
      editor={({ draft, save }) => (
        <ChoiceField label={field.currency} hidesLabel autoFocus options={currencyOptions(locale)} value={draft} onChange={save} />
      )}
    />
  );
}

type MoneyFactProps = {
  readonly edits: ProductEdits;
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly currency: string;
  readonly changeOf: (value: string | null) => ProductChange;
};

export function MoneyFact({ value, currency, label, ...rest }: MoneyFactProps) {
  const { locale } = useAllSpoken();
  return (
    <RecordField
      {...rest}
      label={label}
      value={value}
      textOf={(amount) => (amount === null ? "" : formatMoney({ amount, currency }, locale))}
      editor={({ draft, change }) => <MoneyField label={label} hidesLabel autoFocus value={draft} onChange={change} currency={currency} />}
    />
  );
}
