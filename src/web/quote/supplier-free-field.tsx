import type { SupplierFreeRule } from "#domain/quote/costing.ts";
import type { SheetLine } from "#domain/quote/quote-sheet.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { NumberField } from "#web/kit/number-field.tsx";
import { Select } from "#web/kit/select.tsx";
import styles from "#web/quote/line-sheet.module.css";

type SupplierFreeFieldProps = { readonly line: SheetLine; readonly onChange: (rule: SupplierFreeRule | null) => void };

/** What the supplier gives: one free after so many, or one in so many. */
export function SupplierFreeField({ line, onChange }: SupplierFreeFieldProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.line;
  const rule = line.supplierFree;
  const choose = (id: string): void =>
    onChange(id === "none" ? null : { rule: id as SupplierFreeRule["rule"], n: rule?.n ?? 20, counts: rule?.counts ?? null });
  return (
    <div className={styles.pair}>
      <Select
        label={say.supplierFree}
        value={rule?.rule ?? "none"}
        options={(["none", "after", "oneIn"] as const).map((id) => ({ id, label: say.supplierRules[id] }))}
        onChange={choose}
      />
      {rule && (
        <NumberField
          label={say.supplierEvery}
          min={rule.rule === "oneIn" ? 2 : 1}
          max={500}
          value={rule.n}
          onChange={(n) => n !== null && onChange({ ...rule, n })}
        />
      )}
    </div>
  );
}
