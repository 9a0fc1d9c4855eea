import { useRef, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { PeekButton } from "#web/app/peek-button.tsx";
import { toggled, type Selection } from "#web/app/selection.ts";
import { useWords } from "#web/app/words.ts";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { Link } from "#web/kit/link.tsx";
import { SortHeader } from "#web/kit/sort-header.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { useWhenSeen } from "#web/kit/use-when-seen.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/app/record-list.module.css";

export type Column<Row> = {
  readonly id: string;
  readonly label: string;
  /** The API's order by this column. */
  readonly sort?: string;
  readonly isFigure?: boolean;
  /** Cut with … when the column is narrow. */
  readonly isCut?: boolean;
  readonly width?: number;
  readonly cell: (row: Row) => ReactNode;
  readonly title?: (row: Row) => string | undefined;
};

export type RecordTableProps<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  /** The name of a record, its first column; the others follow. */
  readonly name: { readonly label: string; readonly sort?: string };
  readonly columns: readonly Column<Row>[];
  readonly hrefOf: (row: Row) => string;
  /** Under the name, smaller: what else it is called. */
  readonly subtitleOf?: (row: Row) => string | undefined;
  /** Under the name on a phone. */
  readonly detailOf: (row: Row) => string;
  readonly sort: string;
  readonly onSort: (sort: string | undefined) => void;
  /** "128 clients", of all that match. */
  readonly count: string;
  readonly more: (() => void) | undefined;
  /** Where several can be changed at once; not on a phone. */
  readonly selection?: Selection;
};

type Named = { readonly id: string; readonly name: string };

/** A list of records that are opened by their name: as a table, on a phone as rows of two lines. */
export function RecordTable<Row extends Named>(props: RecordTableProps<Row>) {
  const region = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLTableRowElement & HTMLLIElement>(null);
  const words = useWords();
  const isPhone = useIsPhone();
  useWhenSeen(end, props.more, props.rows.length);
  const walk = (step: 1 | -1): void => walkRows(region.current, step);
  useShortcut({ keys: "j", label: words.common.nextRow, group: props.label, isOffered: () => false }, () => walk(1));
  useShortcut({ keys: "k", label: words.common.previousRow, group: props.label, isOffered: () => false }, () => walk(-1));
  useSelectionKeys(region, props);
  const pressKey = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (!(event.target as Element).closest("[data-row]")) return;
    event.preventDefault();
    walk(event.key === "ArrowDown" ? 1 : -1);
  };
  return (
    <div
      ref={region}
      className={isPhone ? styles.rows : styles.region}
      role="region"
      aria-label={props.label}
      tabIndex={0}
      onKeyDown={pressKey}
    >
      {isPhone ? <Rows {...props} end={end} /> : <Table {...props} end={end} />}
    </div>
  );
}

function walkRows(region: HTMLElement | null, step: 1 | -1): void {
  const links = [...(region?.querySelectorAll<HTMLElement>("[data-row] a") ?? [])];
  const at = links.findIndex((link) => link === document.activeElement);
  links[at < 0 ? 0 : at + step]?.focus();
}

type Ended<Row> = RecordTableProps<Row> & { readonly end: React.RefObject<(HTMLTableRowElement & HTMLLIElement) | null> };

function Rows<Row extends Named>({ rows, hrefOf, detailOf, count, more, end }: Ended<Row>) {
  return (
    <>
      <ul>
        {rows.map((row) => (
          <li key={row.id} data-row={row.id}>
            <Link href={hrefOf(row)} look="bare" className={styles.row}>
              <b>{row.name}</b>
              <small>{detailOf(row)}</small>
            </Link>
            <span>
              <PeekButton id={row.id} name={row.name} />
            </span>
          </li>
        ))}
        {more && <li ref={end} aria-hidden />}
      </ul>
      <p className={styles.foot}>{count}</p>
    </>
  );
}

function Table<Row extends Named>(props: Ended<Row>) {
  const { rows, name, columns, hrefOf, subtitleOf, sort, onSort, count, more, end, selection } = props;
  const { opportunity: say } = useWords();
  const width = columns.length + (selection ? 1 : 0);
  return (
    <table className={classNames(look.table, styles.table, selection && styles.ticked)} style={{ minWidth: leastWidth(columns) }}>
      <thead>
        <tr>
          {selection && (
            <th className={styles.tick}>
              <TickAll rows={rows} selection={selection} />
            </th>
          )}
          {name.sort === undefined ? <th>{name.label}</th> : <SortHeader name={name.sort} label={name.label} sort={sort} onSort={onSort} />}
          {columns.map((column) =>
            column.sort === undefined ? (
              <th key={column.id} className={classNames(column.isFigure && look.figures)} style={widthOf(column)}>
                {column.label}
              </th>
            ) : (
              <SortHeader
                key={column.id}
                name={column.sort}
                label={column.label}
                sort={sort}
                onSort={onSort}
                isFigure={column.isFigure ?? false}
                width={column.width}
              />
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row={row.id} data-selected={selection?.selected.has(row.id) || undefined}>
            {selection && (
              <td className={styles.tick}>
                <Checkbox
                  label={say.select(row)}
                  hidesLabel
                  isSelected={selection.selected.has(row.id)}
                  onChange={() => selection.change(toggled(selection.selected, row.id))}
                />
              </td>
            )}
            <th scope="row" className={classNames(look.cut, styles.named)}>
              <Link href={hrefOf(row)} look="name" title={row.name}>
                {row.name}
              </Link>
              {subtitleOf && <Subtitle text={subtitleOf(row)} />}
              <PeekButton id={row.id} name={row.name} />
            </th>
            {columns.map((column) => (
              <td
                key={column.id}
                title={column.title?.(row)}
                className={classNames(column.isFigure && look.figures, column.isCut && look.cut)}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
        {more && (
          <tr ref={end} aria-hidden className={styles.next}>
            <td colSpan={width + 1} />
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          {selection && <td className={styles.tick} />}
          <th scope="row">{count}</th>
          <td colSpan={columns.length} />
        </tr>
      </tfoot>
    </table>
  );
}

function TickAll({ rows, selection: { selected, change } }: { readonly rows: readonly Named[]; readonly selection: Selection }) {
  const { opportunity: say } = useWords();
  return (
    <Checkbox
      label={say.selectAll}
      hidesLabel
      isSelected={selected.size > 0 && selected.size >= rows.length}
      isMixed={selected.size > 0 && selected.size < rows.length}
      onChange={() => change(selected.size === 0 ? new Set(rows.map(({ id }) => id)) : new Set())}
    />
  );
}

type Ticking = { readonly rows: readonly Named[]; readonly label: string; readonly selection?: Selection };

/** X selects the row that has the focus, Ctrl+A all that are loaded, again all that match; Esc clears. */
function useSelectionKeys(region: RefObject<HTMLElement | null>, { rows, label, selection }: Ticking): void {
  const { opportunity: say } = useWords();
  const isOn = selection !== undefined;
  const focused = (): string | undefined =>
    region.current?.contains(document.activeElement)
      ? document.activeElement?.closest<HTMLElement>("tr[data-row]")?.dataset["row"]
      : undefined;
  const tick = (): void => {
    const id = focused();
    if (id !== undefined) selection?.change(toggled(selection.selected, id));
  };
  const tickAll = (): void => {
    const isEvery = rows.every(({ id }) => selection?.selected.has(id));
    selection?.change(new Set(rows.map(({ id }) => id)), isEvery);
  };
  useShortcut({ keys: "x", label: say.selectRow, group: label, isOffered: () => focused() !== undefined }, tick, isOn);
  useShortcut({ keys: "mod+a", label: say.selectAll, group: label, worksInFields: false }, tickAll, isOn && rows.length > 0);
  const holds = isOn && selection.selected.size > 0;
  useShortcut({ keys: "escape", label: say.bulk.clear, group: label, isHidden: true }, () => selection?.change(new Set()), holds);
}

/** A name is read without being cut to a few letters: past that the table scrolls beside it. */
const NAME_WIDTH = 220;
const USUAL_WIDTH = 120;

function leastWidth(columns: readonly { readonly width?: number }[]): number {
  return columns.reduce((sum, { width = USUAL_WIDTH }) => sum + width, NAME_WIDTH);
}

function Subtitle({ text }: { text: string | undefined }) {
  return text === undefined ? null : <small className={styles.subtitle}>{text}</small>;
}

function widthOf(column: { readonly width?: number }): { width?: number } {
  return column.width === undefined ? {} : { width: column.width };
}
