import { memo, type DragEvent, type MouseEvent } from "react";
import { useAllSpoken } from "#web/app/words.ts";
import { classNames } from "#web/kit/class-names.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { chosenBase } from "#web/quote/chosen-base.ts";
import { editsOfDayDrop, editsOfLineDrop } from "#web/quote/move-edits.ts";
import { NameCell } from "#web/quote/name-cell.tsx";
import { isLineRow, type GridColumnId, type GridRow } from "#web/quote/quote-grid-rows.ts";
import { mayEditFigures } from "#web/quote/quote-work.ts";
import type { QuoteRowProps } from "#web/quote/quote-row-props.ts";
import { DRAGGED } from "#web/quote/row-drag.ts";
import { statusText } from "#web/quote/grid-status.tsx";
import { TypedCell } from "#web/quote/typed-cell.tsx";
import look from "#web/kit/table-look.module.css";
import styles from "#web/quote/quote-grid.module.css";

/** Drawn anew only when something of its own changes: the work and the acts are those of now whenever it is used. */
export const QuoteRow = memo(DrawnRow, isSameRow);

function isSameRow(before: QuoteRowProps, after: QuoteRowProps): boolean {
  const isSame = (name: keyof QuoteRowProps): boolean => before[name] === after[name];
  const isBusy = after.activeColumn !== undefined || after.isHovered || after.editing !== undefined;
  if (isBusy || !isSame("activeColumn") || !isSame("isHovered") || !isSame("editing")) return false;
  if (!(["index", "columns", "inherited", "heldFrom", "heldTo"] as const).every(isSame)) return false;
  if (before.work.canEdit !== after.work.canEdit || before.work.costs !== after.work.costs) return false;
  if (chosenBase(before.work.reckoned.sheet) !== chosenBase(after.work.reckoned.sheet)) return false;
  if (before.work.reckoned.sheet.freePlaces !== after.work.reckoned.sheet.freePlaces) return false;
  return isSameContent(before.row, after.row) && JSON.stringify(before.prices) === JSON.stringify(after.prices);
}

function isSameContent(before: GridRow, after: GridRow): boolean {
  if (isLineRow(before) && isLineRow(after)) return before.line === after.line;
  if (before.kind === "day" && after.kind === "day") return before.day === after.day && before.index === after.index;
  if (before.kind === "freePlaces" && after.kind === "freePlaces") return before.ratePercent === after.ratePercent;
  return before.kind === after.kind && before.kind !== "price";
}

function DrawnRow(props: QuoteRowProps) {
  const { row, index, columns, acts, work } = props;
  const drop = (event: DragEvent): void => {
    event.currentTarget.removeAttribute("data-target");
    const [kind, id = ""] = event.dataTransfer.getData(DRAGGED).split(" ");
    if (kind === "day" && row.kind === "day") work.edit((sheet) => editsOfDayDrop(sheet, id, row.id));
    if (kind === "line" && isLineRow(row)) work.edit((sheet) => editsOfLineDrop(sheet, id, { lineId: row.id }));
    if (kind === "line" && row.kind === "day") work.edit((sheet) => editsOfLineDrop(sheet, id, { dayId: row.id }));
  };
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes(DRAGGED) || !(isLineRow(row) || row.kind === "day")) return;
    event.preventDefault();
    event.currentTarget.setAttribute("data-target", "");
  };
  return (
    <tr
      className={classNames(styles[row.kind], (row.kind === "day" || row.kind === "general") && look.group)}
      onMouseEnter={() => props.onHover(row.id)}
      onDragOver={over}
      onDragLeave={(event) => event.currentTarget.removeAttribute("data-target")}
      onDrop={drop}
      aria-rowindex={index + 2}
    >
      {columns.map((column, at) => (
        <Cell key={column} {...props} column={column} at={at} acts={acts} />
      ))}
    </tr>
  );
}

type CellProps = QuoteRowProps & { readonly column: GridColumnId; readonly at: number };

/** What every cell has for keys, mouse and readers. */
function Cell(props: CellProps) {
  const { row, index, column, at, acts, work, activeColumn, heldFrom, heldTo, editing } = props;
  const isActive = activeColumn === at;
  const isHeld = heldFrom !== undefined && heldTo !== undefined && at >= heldFrom && at <= heldTo;
  const place = { row: index, column: at };
  const isTypable = acts.typable(row, column);
  const shared = {
    "data-row": index,
    "data-column": at,
    "data-active": isActive || undefined,
    "aria-colindex": at + 1,
    "aria-selected": isHeld,
    "aria-describedby": isActive ? props.statusId : undefined,
    tabIndex: isActive ? 0 : -1,
    onMouseDown: (event: MouseEvent) => {
      if (event.button !== 0 || (event.target as Element).closest("button,input,select,[draggable]")) return;
      acts.hold(place, event.shiftKey);
    },
    onMouseEnter: (event: MouseEvent) => event.buttons === 1 && heldFrom === undefined && acts.hold(place, true),
    onDoubleClick: () => acts.begin(place),
  };
  const isEditing = editing?.column === column;
  if (column === "name") {
    return (
      <th scope="row" {...shared} className={styles.name} aria-readonly={!isTypable}>
        <NameCell {...props} isEditing={isEditing} />
      </th>
    );
  }
  if (typeof column !== "number") {
    return (
      <td
        role="gridcell"
        {...shared}
        className={classNames(styles[column], column !== "calculation" && look.figures)}
        aria-readonly={!isTypable}
      >
        <TypedCell {...props} column={column} isEditing={isEditing} />
      </td>
    );
  }
  return <PriceCell {...props} column={column} shared={shared} mayEdit={mayEditFigures(work)} />;
}

type PriceCellProps = CellProps & { readonly column: number; readonly shared: object; readonly mayEdit: boolean };

function PriceCell({ row, column, at, columns, prices, work, shared }: PriceCellProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const price = prices[at - columns.findIndex((one) => typeof one === "number")];
  const say = words.quoting.grid;
  const explain = (event: MouseEvent<HTMLElement>): void => {
    event.currentTarget.title = statusText(work, row, column, { words, locale }) ?? "";
  };
  return (
    <td
      role="gridcell"
      {...shared}
      aria-readonly
      className={classNames(look.figures, styles.base)}
      data-chosen={column === chosenBase(work.reckoned.sheet) || undefined}
      data-negative={price?.isNegative || undefined}
      onMouseOver={explain}
    >
      {price?.text}
      {price?.mark !== undefined && <span className={styles.mark}>{say.nextFreePlace({ n: price.mark })}</span>}
    </td>
  );
}
