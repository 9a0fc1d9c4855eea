import type { ReactNode } from "react";
import type { QuoteSheet } from "#domain/quote/quote-sheet.ts";
import type { SheetField } from "#domain/quote/sheet-edit.ts";
import { Chip } from "#web/kit/chip.tsx";
import { mayEditFigures, type QuoteWork } from "#web/quote/quote-work.ts";
import chip from "#web/kit/chip.module.css";
import styles from "#web/quote/quote-chips.module.css";

type SheetChipProps = { readonly work: QuoteWork; readonly label: string; readonly value: ReactNode; readonly children: () => ReactNode };

/** Words and value; where it may not be changed, without a popover. */
export function SheetChip({ work, label, value, children }: SheetChipProps) {
  if (!mayEditFigures(work)) {
    return (
      <span className={`${chip.chip} ${chip.single}`}>
        {label} <b className={chip.value}>{value}</b>
      </span>
    );
  }
  return (
    <Chip label={label} value={value}>
      <div className={styles.form}>{children()}</div>
    </Chip>
  );
}

export type ChipProps = { readonly work: QuoteWork };

/** Sets a field of the sheet as it is then. */
export function useSet(work: QuoteWork) {
  return <Field extends SheetField>(field: Field, to: QuoteSheet[Field]): void =>
    work.edit((sheet) => [{ kind: "setSheet", field, was: sheet[field], to }]);
}
