import type { KeyboardEvent, RefObject } from "react";
import { addDays } from "#domain/shared/day.ts";
import type { Owner } from "#web/activity/activity-draft.ts";
import { useActivityActs } from "#web/activity/use-activities.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";

const ROW = "li[data-row]";

const focusedRow = (): HTMLElement | undefined => document.activeElement?.closest<HTMLElement>(ROW) ?? undefined;
const tickOf = (row: HTMLElement | undefined): HTMLInputElement | undefined =>
  row?.querySelector<HTMLInputElement>("input[type=checkbox]") ?? undefined;

/** A new activity hangs on the opportunity of the row that has the focus. */
export function ownerOfFocused(): Owner {
  const row = focusedRow();
  const link = row?.querySelector<HTMLAnchorElement>('a[href^="/opportunities/"]')?.getAttribute("href");
  const id = row?.dataset["opportunity"] ?? link?.split("/")[2];
  return id === undefined ? {} : { opportunityId: id };
}

/** ↑ and ↓ (J and K) walk the rows of all panels; X or Space ticks, Enter opens, R postpones to tomorrow. */
export function useDayKeys(region: RefObject<HTMLElement | null>, group: string) {
  const { words } = useAllSpoken();
  const say = words.myDay;
  const { today } = useSurroundings();
  const acts = useActivityActs();
  const walk = (step: number): boolean => {
    const rows = [...(region.current?.querySelectorAll<HTMLElement>(ROW) ?? [])];
    const from = rows.findIndex((row) => row === focusedRow());
    const next = rows[from < 0 ? 0 : from + step];
    const target = tickOf(next) ?? next?.querySelector<HTMLElement>("a, button");
    target?.focus();
    return target !== undefined && target !== null;
  };
  const snooze = (): void => {
    const row = focusedRow();
    const tick = tickOf(row);
    const id = row?.dataset["row"];
    if (id !== undefined && tick && !tick.checked) void acts.postpone([id], addDays(today, 1));
  };
  useShortcut({ keys: "j", label: say.nextRow, group }, () => walk(1));
  useShortcut({ keys: "k", label: say.previousRow, group }, () => walk(-1));
  useShortcut({ keys: "x", label: say.tick, group }, () => tickOf(focusedRow())?.click());
  useShortcut({ keys: "r", label: say.snooze, group }, snooze);
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (walk(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
    }
    // On a tick Enter does nothing by itself: it opens what the row is about.
    if (event.key === "Enter" && event.target === tickOf(focusedRow())) {
      event.preventDefault();
      focusedRow()?.querySelector<HTMLElement>('a[href^="/"]')?.click();
    }
  };
}

/** In an editor or an open menu the arrows are its own. */
function isWriting(target: EventTarget): boolean {
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea, [role=menuitem], [aria-haspopup]");
}
