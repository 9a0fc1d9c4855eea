import { RotateCcw } from "lucide-react";
import { countedText } from "#web/catalogue/product-words.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { CellEditor, QuantityEditor } from "#web/quote/cell-editor.tsx";
import { editsOfEmptied } from "#web/quote/cell-edits.ts";
import { costText, rateText } from "#web/quote/cell-texts.ts";
import { isLineRow } from "#web/quote/quote-grid-rows.ts";
import type { QuoteRowProps } from "#web/quote/quote-row-props.ts";
import { nameOf } from "#web/quote/grid-verbs.ts";
import { mayEditFigures } from "#web/quote/quote-work.ts";
import styles from "#web/quote/quote-grid.module.css";

type TypedCellProps = QuoteRowProps & { readonly column: "calculation" | "cost" | "rate"; readonly isEditing: boolean };

export function TypedCell(props: TypedCellProps) {
  const { row, column, work, acts, editing, isEditing } = props;
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const say = words.quoting;
  if (isEditing && editing) {
    const label = say.grid.cell({
      column: column === "rate" ? say.grid.rate[work.reckoned.costing.mode] : say.grid[column],
      name: nameOf(row),
    });
    if (column === "calculation") {
      const value = isLineRow(row) ? row.line.quantityType : "";
      return <QuantityEditor label={label} value={value} onSave={acts.save} onCancel={acts.cancel} />;
    }
    const inherited = column === "rate" ? rateText(work.reckoned, row, locale)?.text : undefined;
    return (
      <CellEditor
        label={label}
        draft={editing.draft}
        isReplacing={editing.isReplacing}
        isFigure
        {...(inherited === undefined ? {} : { placeholder: inherited })}
        onSave={acts.save}
        onCancel={acts.cancel}
      />
    );
  }
  if (column === "calculation") {
    if (isLineRow(row)) return countedText(row.line, words);
    return row.kind === "freePlaces" || row.kind === "leaders" ? say.spread[row.kind] : null;
  }
  if (column === "cost") return costText(row, work.reckoned.costing.currency, locale) || (row.kind === "freePlaces" ? "—" : null);
  return <Rate {...props} />;
}

/** Inherited it is grey; of its own it is bold, with a way back. */
function Rate({ row, work }: TypedCellProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const rate = rateText(work.reckoned, row, locale);
  if (!rate) return null;
  const back = (): void => work.edit(editsOfEmptied(work.reckoned.sheet, { row, column: "rate" }));
  return (
    <span className={rate.isOwn ? styles.own : styles.inherited}>
      {rate.isOwn && mayEditFigures(work) && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.back}
          onClick={back}
          aria-label={words.quoting.grid.inherit}
          title={words.quoting.grid.inherit}
        >
          <Icon of={RotateCcw} size={14} />
        </button>
      )}
      {rate.text}
    </span>
  );
}
