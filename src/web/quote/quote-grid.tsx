import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";
import { useAllSpoken } from "#web/app/words.ts";
import { classNames } from "#web/kit/class-names.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { baseFigures, priceTexts, type BaseFigures } from "#web/quote/cell-texts.ts";
import { GridHead } from "#web/quote/grid-head.tsx";
import { GridStatus } from "#web/quote/grid-status.tsx";
import { columnsOf, rowsOf } from "#web/quote/quote-grid-rows.ts";
import { QuoteRow } from "#web/quote/quote-row.tsx";
import type { Reckoned } from "#web/quote/reckoned-sheet.ts";
import { useGridActs, type GridActs } from "#web/quote/use-grid-acts.ts";
import { useGridKeys } from "#web/quote/use-grid-keys.ts";
import { useGridClipboard } from "#web/quote/use-grid-clipboard.ts";
import { useGridFocus, type GridFocus } from "#web/quote/use-grid-focus.ts";
import { useHeld } from "#web/quote/use-held.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/quote/quote-grid.module.css";
import type { QuoteWork } from "#web/quote/quote-work.ts";

const STATUS = "quote-grid-status";

/** The grid of a quote: days and lines down, the bases across; every figure is changed in its cell. */
export function QuoteGrid({ work }: { work: QuoteWork }) {
  const { words } = useAllSpoken();
  const { reckoned, costs, seenBases } = work;
  const { sheet } = reckoned;
  const rows = useMemo(() => rowsOf(sheet, costs), [sheet, costs]);
  const columns = useMemo(() => columnsOf(sheet.bases, costs), [sheet.bases, costs]);
  const grid = useMemo(() => ({ rows, columns }), [rows, columns]);
  const bases = useMemo(() => seenBases ?? baseFigures(reckoned), [seenBases, reckoned]);
  const table = useRef<HTMLTableElement>(null);
  const held = useHeld(grid);
  const focus = useGridFocus();
  const acts = useGridActs({ work, grid, held, focus });
  const [hovered, setHovered] = useState<string>();
  useGridKeys(acts, work.canEdit && work.costs);
  useGridClipboard(table, acts);
  useFocusFollows(table, acts, focus);
  useWanted(acts, focus);
  return (
    <>
      <div className={styles.region} role="region" aria-label={words.quoting.grid.label} tabIndex={-1}>
        <table
          ref={table}
          role="grid"
          aria-label={words.quoting.grid.label}
          aria-multiselectable
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length}
          className={classNames(look.table, styles.grid)}
          onKeyDown={acts.press}
          onMouseLeave={() => setHovered(undefined)}
          data-own-keys
        >
          <GridHead work={work} columns={columns} />
          <tbody>
            <Rows {...{ work, acts, bases, hovered, setHovered }} />
          </tbody>
        </table>
      </div>
      <GridStatus id={STATUS} work={work} row={rows[held.active.row]} column={columns[held.active.column]} />
    </>
  );
}

type RowsProps = {
  readonly work: QuoteWork;
  readonly acts: GridActs;
  readonly bases: readonly BaseFigures[];
  readonly hovered: string | undefined;
  readonly setHovered: (rowId: string) => void;
};

function Rows({ work, acts, bases, hovered, setHovered }: RowsProps) {
  const { locale } = useSurroundings();
  const { grid, bounds, active } = acts;
  const { currency } = work.reckoned.costing;
  const texts = useMemo(() => grid.rows.map((row) => priceTexts(bases, row, { currency, locale })), [grid.rows, bases, currency, locale]);
  return grid.rows.map((row, index) => {
    const isHeld = index >= bounds.top && index <= bounds.bottom;
    return (
      <QuoteRow
        key={`${row.kind} ${row.id}`}
        {...{ row, index, work, acts }}
        columns={grid.columns}
        prices={texts[index] ?? []}
        inherited={inheritedBy(work.reckoned)}
        activeColumn={active.row === index ? active.column : undefined}
        heldFrom={isHeld ? bounds.left : undefined}
        heldTo={isHeld ? bounds.right : undefined}
        editing={acts.editing?.rowId === row.id ? acts.editing : undefined}
        isHovered={hovered === row.id}
        onHover={setHovered}
        statusId={STATUS}
      />
    );
  });
}

/** What a line's rate may come from: when it changes, every row may read otherwise. */
function inheritedBy({ costing }: Reckoned): string {
  const { mode, ratePercent, workspaceRate, freePlacesRatePercent, days, bases } = costing;
  return JSON.stringify([mode, ratePercent, workspaceRate, freePlacesRatePercent, days.map((day) => day.ratePercent), bases.length]);
}

/** The focus goes with the active cell while it is in the grid, and back to it from an editor. */
function useFocusFollows(table: RefObject<HTMLTableElement | null>, acts: GridActs, focus: GridFocus): void {
  const isEditing = acts.editing !== undefined;
  const wasEditing = useRef(false);
  const { row, column } = acts.active;
  const { rows } = acts.grid;
  useLayoutEffect(() => {
    const holds = table.current?.contains(document.activeElement) === true || wasEditing.current;
    wasEditing.current = isEditing;
    if (!isEditing && holds && focus.isKept()) cellAt(table.current, row, column)?.focus();
  }, [table, focus, row, column, isEditing, rows]);
}

/** A row that was just made is there: its name is typed. */
function useWanted({ grid: { rows }, begin }: GridActs, focus: GridFocus): void {
  useLayoutEffect(() => {
    const rowId = focus.wanted();
    const row = rowId === undefined ? -1 : rows.findIndex(({ id }) => id === rowId);
    if (row < 0) return;
    focus.forget();
    focus.keep();
    begin({ row, column: 0 });
  });
}

export function cellAt(table: HTMLTableElement | null, row: number, column: number): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null;
}
