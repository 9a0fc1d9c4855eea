import type { KeyboardEvent, RefObject } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import type { Selection } from "#web/app/selection.ts";
import { useSpoken } from "#web/app/words.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  j: [1, 0],
  k: [-1, 0],
};

/** Arrows walk the cells, J and K the rows; X selects, Shift with an arrow extends, Ctrl+A selects all; F2 edits; Esc clears. */
export function useTableKeys(table: RefObject<HTMLElement | null>, rows: readonly Opportunity[], selection: Selection) {
  const { words } = useSpoken();
  const { title: group, act } = words.opportunity;
  const { selected, change } = selection;
  const focusedRow = (): Opportunity | undefined => {
    const id = document.activeElement?.closest<HTMLElement>("tr[data-row]")?.dataset["row"];
    return rows.find((row) => row.id === id);
  };
  const select = (ids: readonly (string | undefined)[], isOn: boolean): void => {
    const next = new Set(selected);
    for (const id of ids) {
      if (id === undefined) continue;
      if (isOn) next.add(id);
      else next.delete(id);
    }
    change(next);
  };
  const selectAll = (): void => {
    if (rows.length === 0) return;
    const isEvery = rows.every((row) => selected.has(row.id));
    change(new Set(rows.map((row) => row.id)), isEvery);
  };
  useShortcut({ keys: "x", label: words.opportunity.selectRow, group, isOffered: () => focusedRow() !== undefined }, () => {
    const row = focusedRow();
    if (row) select([row.id], !selected.has(row.id));
  });
  useShortcut({ keys: "mod+a", label: words.opportunity.selectAll, group, worksInFields: false }, selectAll);
  useShortcut({ keys: "f2", label: act.edit, group, isOffered: () => false }, () => editFocused());
  useShortcut({ keys: "escape", label: words.opportunity.bulk.clear, group, isHidden: true }, () => change(new Set()), selected.size > 0);
  useShortcut({ keys: "j", label: words.opportunity.next, group, isOffered: () => false }, () => enter(table.current));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = STEPS[event.key];
    if (!step || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const from = focusedRow();
    const moved = walk(event.currentTarget, step);
    if (!moved) return;
    event.preventDefault();
    if (event.shiftKey && step[0] !== 0) select([from?.id, focusedRow()?.id], true);
  };
  return { onKeyDown, focusedRow };
}

/** To the neighbouring cell that can take the focus; into the first row when none has it. */
function walk(region: HTMLElement, [down, right]: readonly [number, number]): boolean {
  const cell = document.activeElement?.closest<HTMLTableCellElement>("tbody th, tbody td");
  if (!cell) return enter(region);
  if (right !== 0) return focusIn(siblings(cell, right).find((one) => targetIn(one)));
  const row = cell.closest("tr");
  const next = down > 0 ? row?.nextElementSibling : row?.previousElementSibling;
  const twin = next instanceof HTMLTableRowElement ? next.cells[cell.cellIndex] : undefined;
  return focusIn(twin);
}

function enter(region: HTMLElement | null): boolean {
  if (region?.contains(document.activeElement) && document.activeElement?.closest("tbody")) return false;
  const first = region?.querySelector<HTMLElement>("tbody th a");
  first?.focus();
  return first !== null;
}

function siblings(cell: HTMLTableCellElement, step: number): HTMLTableCellElement[] {
  const cells = [...(cell.closest("tr")?.cells ?? [])];
  return step > 0 ? cells.slice(cell.cellIndex + 1) : cells.slice(0, cell.cellIndex).toReversed();
}

function targetIn(cell: Element | undefined): HTMLElement | null {
  return cell?.querySelector<HTMLElement>("a, button, input") ?? null;
}

function focusIn(cell: Element | undefined): boolean {
  const target = targetIn(cell) ?? targetIn(cell?.closest("tr")?.querySelector("th") ?? undefined);
  target?.focus();
  return target !== null;
}

function editFocused(): void {
  document.activeElement?.closest("td, th")?.querySelector<HTMLElement>("[data-inline-edit]")?.click();
}

/** In an editor the arrows are the editor's. */
function isWriting(target: EventTarget): boolean {
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea, [aria-haspopup=listbox], [role=option]");
}
