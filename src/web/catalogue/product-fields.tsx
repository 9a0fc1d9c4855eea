import type { Product } from "#contract/product.ts";
import { isCountedByCapacity } from "#domain/product/product.ts";
import type { ApiProblem } from "#web/api/api.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { countryOptions, currencyOptions } from "#web/app/countries.ts";
import { useMe } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { categoryOptions, quantityTypeOptions } from "#web/catalogue/product-words.ts";
import { MoneyField } from "#web/kit/money-field.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import type { Option } from "#web/kit/option.ts";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { SupplierField } from "#web/product/supplier-cell.tsx";
import styles from "#web/contact/alike.module.css";

export type NewProduct = Pick<Product, "category" | "quantityType" | "capacity" | "currency" | "unitCost" | "unitPrice"> & {
  readonly name: string;
  readonly publicName: string;
  readonly supplier: Option | null;
  readonly country: string | null;
  readonly place: string;
};

type FieldsProps = {
  readonly values: NewProduct;
  readonly set: (change: Partial<NewProduct>) => void;
  readonly nameError: string | undefined;
  readonly problem: ApiProblem | undefined;
};

export function ProductFields({ values, set, nameError, problem }: FieldsProps) {
  const { words, locale } = useAllSpoken();
  const { field, publicNameHint } = words.catalogue.products;
  return (
    <>
      <TextField
        label={field.name}
        autoFocus
        value={values.name}
        onChange={(name) => set({ name })}
        maxLength={200}
        error={nameError ?? problem?.fieldError("name")}
      />
      <TextField
        label={field.publicName}
        isOptional
        hint={publicNameHint}
        value={values.publicName}
        onChange={(publicName) => set({ publicName })}
        maxLength={200}
        error={problem?.fieldError("publicName")}
      />
      <div className={styles.two}>
        <Select
          label={field.category}
          options={categoryOptions(words)}
          value={values.category}
          onChange={(id) => set({ category: id as Product["category"] })}
        />
        <SupplierField
          label={field.supplier}
          value={values.supplier}
          onChange={(supplier) => set({ supplier })}
          isInForm
          error={problem?.fieldError("supplierId")}
        />
      </div>
      <div className={styles.two}>
        <TextField
          label={field.place}
          isOptional
          value={values.place}
          onChange={(place) => set({ place })}
          maxLength={120}
          error={problem?.fieldError("destination/place")}
        />
        <ChoiceField
          label={field.country}
          isOptional
          options={countryOptions(locale)}
          value={values.country}
          onChange={(country) => set({ country })}
          onClear={() => set({ country: null })}
          error={problem?.fieldError("destination/country")}
        />
      </div>
      <Counted values={values} set={set} problem={problem} />
      <Figures values={values} set={set} problem={problem} />
    </>
  );
}

type PartProps = Omit<FieldsProps, "nameError">;

function Counted({ values, set, problem }: PartProps) {
  const { words } = useAllSpoken();
  const { field, capacityHint } = words.catalogue.products;
  return (
    <div className={styles.two}>
      <Select
        label={field.quantityType}
        options={quantityTypeOptions(words)}
        value={values.quantityType}
        onChange={(id) => set({ quantityType: id as Product["quantityType"] })}
      />
      {isCountedByCapacity(values.quantityType) && (
        <NumberField
          label={field.capacity}
          isOptional
          hint={capacityHint}
          min={1}
          max={100_000}
          value={values.capacity}
          onChange={(capacity) => set({ capacity })}
          error={problem?.fieldError("capacity")}
        />
      )}
    </div>
  );
}

function Figures({ values, set, problem }: PartProps) {
  const { words, locale } = useAllSpoken();
  const { field } = words.catalogue.products;
  const { costs } = useMe().rights;
  const { currency } = values;
  return (
    <>
      <div className={styles.two}>
        <ChoiceField
          label={field.currency}
          options={currencyOptions(locale)}
          value={currency}
          onChange={(next) => set({ currency: next })}
          error={problem?.fieldError("currency")}
        />
      </div>
      <div className={styles.two}>
        {costs && (
          <MoneyField
            label={field.unitCost}
            isOptional
            currency={currency}
            value={values.unitCost}
            onChange={(unitCost) => set({ unitCost })}
            error={problem?.fieldError("unitCost")}
          />
        )}
        <MoneyField
          label={field.unitPrice}
          isOptional
          currency={currency}
          value={values.unitPrice}
          onChange={(unitPrice) => set({ unitPrice })}
          error={problem?.fieldError("unitPrice")}
        />
      </div>
    </>
  );
}
