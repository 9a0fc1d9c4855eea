import { GripVertical } from "lucide-react";
import { dateOfDay } from "#domain/quote/quote-sheet.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { formatDay, formatMoney } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { CellEditor } from "#web/quote/cell-editor.tsx";
import { freePlacesText } from "#web/quote/free-places-text.ts";
import { isLineRow } from "#web/quote/quote-grid-rows.ts";
import type { QuoteRowProps } from "#web/quote/quote-row-props.ts";
import { startDrag } from "#web/quote/row-drag.ts";
import { mayEditFigures, type QuoteWork } from "#web/quote/quote-work.ts";
import { RowMenu } from "#web/quote/row-menu.tsx";
import styles from "#web/quote/quote-grid.module.css";

type NameCellProps = QuoteRowProps & { readonly isEditing: boolean };

/** A line or a day by its name; what is reckoned by what it is. */
export function NameCell(props: NameCellProps) {
  const { row, work, editing, isEditing, acts, activeColumn, isHovered } = props;
  const { words } = useAllSpoken();
  const isMovable = mayEditFigures(work) && (isLineRow(row) || row.kind === "day");
  const isNear = activeColumn !== undefined || isHovered;
  if (isEditing && editing) {
    return (
      <CellEditor
        label={words.quoting.grid.name}
        draft={editing.draft}
        isReplacing={editing.isReplacing}
        isFigure={false}
        onSave={acts.save}
        onCancel={acts.cancel}
      />
    );
  }
  return (
    <span className={styles.named}>
      {isMovable && (
        <span className={styles.grip} draggable title={words.quoting.grid.grip} onDragStart={(event) => startDrag(event, row)}>
          {isNear && <Icon of={GripVertical} size={14} />}
        </span>
      )}
      <RowName row={row} work={work} />
      {isNear && (isLineRow(row) || isMovable) && <RowMenu row={row} work={work} acts={acts} />}
    </span>
  );
}

function RowName({ row, work }: { row: QuoteRowProps["row"]; work: QuoteWork }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const say = words.quoting;
  const { sheet } = work.reckoned;
  if (isLineRow(row)) {
    const { line } = row;
    return (
      <>
        <span className={styles.text} title={line.publicName ?? line.name}>
          {line.name}
        </span>
        {line.part === "option" && <Pill>{say.part.option}</Pill>}
        {line.repetitions > 1 && <span className={styles.times}>× {line.repetitions}</span>}
      </>
    );
  }
  if (row.kind === "day") {
    const date = dateOfDay(sheet, row.index);
    const head = [say.dayNumber({ n: row.index + 1 }), date && formatDay(date, locale, "short")].filter(Boolean).join(" · ");
    return <span className={styles.wide}>{row.day.title === "" ? head : `${head} — ${row.day.title}`}</span>;
  }
  if (row.kind === "freePlaces") return <span className={styles.text}>{freePlacesText(sheet.freePlaces, words)}</span>;
  if (row.kind === "price") {
    const { rounding, currency } = sheet;
    const step = rounding.to === "none" ? undefined : formatMoney({ amount: rounding.step, currency }, locale);
    return <span className={styles.wide}>{step === undefined ? say.row.price : say.roundedPrice({ step })}</span>;
  }
  return <span className={row.kind === "general" ? styles.text : styles.wide}>{say.row[row.kind]}</span>;
}
