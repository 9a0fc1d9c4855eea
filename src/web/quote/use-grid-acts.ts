import { useRef, useState, type KeyboardEvent } from "react";
import { regionalLocale } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useToasts } from "#web/kit/toast.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import type { Grid } from "#web/quote/block-edits.ts";
import { draftText } from "#web/quote/cell-draft.ts";
import { editsOfTyped, type Typing } from "#web/quote/cell-edits.ts";
import type { Leaving } from "#web/quote/cell-editor.tsx";
import { gridVerbs, type GridVerbs } from "#web/quote/grid-verbs.ts";
import { commandFor } from "#web/quote/grid-commands.ts";
import { isTyped, isWithCtrl, placeAfter, placeAfterTab, within, type Bounds, type Place } from "#web/quote/grid-moves.ts";
import { isTypable, type GridColumnId, type GridRow } from "#web/quote/quote-grid-rows.ts";
import { quantityTypeIn } from "#web/quote/quantity-words.ts";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import type { GridFocus } from "#web/quote/use-grid-focus.ts";
import type { HeldCells } from "#web/quote/use-held.ts";

export type Editing = { readonly rowId: string; readonly column: GridColumnId; readonly draft: string; readonly isReplacing: boolean };

type Options = { readonly work: QuoteWork; readonly grid: Grid; readonly held: HeldCells; readonly focus: GridFocus };

export type GridActs = GridVerbs & {
  readonly grid: Grid;
  readonly bounds: Bounds;
  readonly active: Place;
  readonly editing: Editing | undefined;
  readonly hold: (place: Place, isExtending?: boolean) => void;
  readonly begin: (place: Place, typed?: string) => void;
  readonly save: (text: string, leaving: Leaving) => boolean;
  readonly cancel: () => void;
  readonly press: (event: KeyboardEvent) => void;
  readonly typable: (row: GridRow | undefined, column: GridColumnId | undefined) => boolean;
};

/** What keys and the mouse do in the grid. */
export function useGridActs({ work, grid, held, focus }: Options): GridActs {
  const { words } = useAllSpoken();
  const locale = regionalLocale(useSurroundings().locale);
  const toasts = useToasts();
  const typing: Typing = { sheet: work.reckoned.sheet, locale, readQuantityType: quantityTypeIn };
  const typable = (at: GridRow | undefined, column: GridColumnId | undefined): boolean =>
    work.canEdit && isTypable(at, column) && (work.costs || column === "name");
  const cells = useEditing({ work, grid, held, typing, typable, focus });
  const warn = (text: string): unknown => toasts.show({ text, kind: "error" });
  const verbs = gridVerbs({ work, grid, held, typing, words, warn, want: focus.want });
  const { rows, columns } = grid;
  const { active } = held;
  const [row, column] = [rows[active.row], columns[active.column]];
  const extent = { rows: rows.length, columns: columns.length };
  const press = (event: KeyboardEvent): void => {
    if (cells.editing || (event.target as Element).closest("input,select,button,a")) return;
    const begin = (): void => cells.begin(active);
    const command = commandFor(event, { verbs, held, row, begin, isTypable: typable(row, column), openLine: work.openLine });
    const tab = event.key === "Tab" && !isWithCtrl(event) ? placeAfterTab(active, event.shiftKey, extent) : undefined;
    const next = tab ?? placeAfter(event, active, extent);
    const isTyping = isTyped(event) && typable(row, column);
    if (!command && !next && !isTyping) return;
    event.preventDefault();
    event.stopPropagation();
    focus.keep();
    if (command) command();
    else if (next) held.hold(next, event.shiftKey && !tab);
    else cells.begin(active, event.key);
  };
  const hold = (place: Place, isExtending = false): void => {
    focus.keep();
    held.hold(place, isExtending);
  };
  return { ...verbs, ...cells, grid, bounds: held.bounds, active, hold, press, typable };
}

type EditingOptions = Options & { readonly typing: Typing; readonly typable: GridActs["typable"] };

/** The cell whose editor is open. */
function useEditing({ work, grid, held, typing, typable, focus }: EditingOptions): Pick<GridActs, "editing" | "begin" | "save" | "cancel"> {
  const [editing, setEditing] = useState<Editing>();
  const isSaved = useRef(false);
  const { active } = held;
  const extent = { rows: grid.rows.length, columns: grid.columns.length };
  return {
    editing,
    begin: (place, typed) => {
      const [at, column] = [grid.rows[place.row], grid.columns[place.column]];
      held.hold(place);
      if (!at || column === undefined || !typable(at, column)) return;
      isSaved.current = false;
      const draft = typed ?? draftText({ row: at, column }, typing.locale);
      setEditing({ rowId: at.id, column, draft, isReplacing: typed !== undefined });
    },
    save: (text, leaving) => {
      const at = grid.rows.find(({ id }) => id === editing?.rowId);
      if (!editing || !at || isSaved.current) return true;
      const edits = editsOfTyped(typing, { row: at, column: editing.column }, text);
      if (!edits) return false;
      isSaved.current = true;
      setEditing(undefined);
      if (leaving !== "stay") focus.keep();
      if (edits.length > 0) work.edit(edits);
      held.hold(within(placeLeft(active, leaving, extent), extent));
      return true;
    },
    cancel: () => {
      isSaved.current = true;
      focus.keep();
      setEditing(undefined);
    },
  };
}

function placeLeft(from: Place, leaving: Leaving, extent: { readonly rows: number; readonly columns: number }): Place {
  if (leaving === "down") return { ...from, row: from.row + 1 };
  if (leaving === "stay") return from;
  return placeAfterTab(from, leaving === "left", extent) ?? from;
}
