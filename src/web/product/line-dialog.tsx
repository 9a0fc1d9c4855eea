import { useState } from "react";
import { LINE_UNITS, type LineUnit } from "#domain/product/product-line.ts";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { Select } from "#web/kit/select.tsx";
import type { Line, LineChange } from "#web/product/use-products.ts";
import styles from "#web/product/products.module.css";

type LineDialogProps = {
  readonly line: Line;
  readonly currency: string;
  readonly onSave: (change: LineChange) => void;
  readonly onClose: () => void;
};

/** What a line says beyond its cells: how it is counted, its discount, its cost. */
export function LineDialog({ line, currency, onSave, onClose }: LineDialogProps) {
  const { words } = useSpoken();
  const say = words.product;
  const costs = useMe().rights.costs;
  const [unit, setUnit] = useState<LineUnit>(line.unit);
  const [discount, setDiscount] = useState<number | null>(Number(line.discountPercent));
  const [unitCost, setUnitCost] = useState(line.unitCost);
  const save = (): void => {
    onSave({ unit, discountPercent: String(discount ?? 0), ...(costs ? { unitCost } : {}) });
    onClose();
  };
  return (
    <Dialog
      isOpen
      size="small"
      onClose={onClose}
      title={say.details(line)}
      actions={
        <>
          <Button look="primary" onPress={save}>
            {words.common.save}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <Select
          label={say.unitLabel}
          options={LINE_UNITS.map((id) => ({ id, label: say.unit[id] }))}
          value={unit}
          onChange={(id) => id && setUnit(id as LineUnit)}
        />
        <NumberField label={say.discount} unit="%" min={0} max={100} maxDecimals={2} value={discount} onChange={setDiscount} />
        {costs && <MoneyField label={say.unitCost} value={unitCost} onChange={setUnitCost} currency={currency} />}
      </div>
    </Dialog>
  );
}
