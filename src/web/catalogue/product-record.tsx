import { useRef } from "react";
import type { Product } from "#contract/product.ts";
import { isCountedByCapacity } from "#domain/product/product.ts";
import { useMe } from "#web/app/me.ts";
import { ChoiceFact, TextFact } from "#web/app/record-field.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { CapacityFact, CurrencyFact, DestinationFact, MoneyFact, SupplierFact } from "#web/catalogue/product-facts.tsx";
import { categoryOptions, quantityTypeOptions } from "#web/catalogue/product-words.ts";
import type { ProductEdits } from "#web/catalogue/use-catalogue-edits.ts";
import { Button } from "#web/kit/button.tsx";
import { FactsList } from "#web/kit/facts-list.tsx";
import { editFirstValue } from "#web/kit/inline-field.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import styles from "#web/app/record-page.module.css";

type RecordProps = { readonly product: Product; readonly edits: ProductEdits };

/** What is known of the product, changed in place. */
export function ProductRecord({ product, edits }: RecordProps) {
  const { words } = useAllSpoken();
  const { act, record, title } = words.catalogue.products;
  const isPhone = useIsPhone();
  const region = useRef<HTMLDivElement>(null);
  const edit = (): void => editFirstValue(region.current);
  useShortcut({ keys: "e", label: act.edit, group: title }, edit, edits.canEdit);
  return (
    <div ref={region} className={styles.side}>
      <Panel
        title={record}
        action={
          edits.canEdit && (
            <Button look="link" size="small" onPress={edit}>
              {isPhone ? act.edit : `${act.edit} (E)`}
            </Button>
          )
        }
      >
        <FactsList>
          <Describing product={product} edits={edits} />
          <Counting product={product} edits={edits} />
        </FactsList>
      </Panel>
    </div>
  );
}

function Describing({ product, edits }: RecordProps) {
  const { words } = useAllSpoken();
  const { field } = words.catalogue.products;
  return (
    <>
      <TextFact
        edits={edits}
        name="publicName"
        label={field.publicName}
        value={product.publicName}
        maxLength={200}
        changeOf={(publicName) => ({ publicName })}
      />
      <ChoiceFact
        edits={edits}
        name="category"
        label={field.category}
        value={product.category}
        options={categoryOptions(words)}
        changeOf={(id) => ({ category: id as Product["category"] })}
        isRequired
      />
      <SupplierFact edits={edits} product={product} />
      <DestinationFact edits={edits} product={product} />
    </>
  );
}

function Counting({ product, edits }: RecordProps) {
  const { words } = useAllSpoken();
  const { field } = words.catalogue.products;
  const { costs } = useMe().rights;
  const { currency } = product;
  return (
    <>
      <ChoiceFact
        edits={edits}
        name="quantityType"
        label={field.quantityType}
        value={product.quantityType}
        options={quantityTypeOptions(words)}
        changeOf={(id) => ({ quantityType: id as Product["quantityType"] })}
        isRequired
      />
      {isCountedByCapacity(product.quantityType) && <CapacityFact edits={edits} product={product} />}
      <CurrencyFact edits={edits} product={product} />
      {costs && (
        <MoneyFact
          edits={edits}
          name="unitCost"
          label={field.unitCost}
          value={product.unitCost}
          currency={currency}
          changeOf={(unitCost) => ({ unitCost })}
        />
      )}
      <MoneyFact
        edits={edits}
        name="unitPrice"
        label={field.unitPrice}
        value={product.unitPrice}
        currency={currency}
        changeOf={(unitPrice) => ({ unitPrice })}
      />
      <TextFact
        edits={edits}
        name="notes"
        label={field.notes}
        value={product.notes}
        maxLength={5000}
        isLong
        changeOf={(notes) => ({ notes })}
      />
    </>
  );
}
