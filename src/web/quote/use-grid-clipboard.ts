import { useEffect, useEffectEvent, type RefObject } from "react";
import type { GridActs } from "#web/quote/use-grid-acts.ts";

/** Ctrl+C, X and V with a spreadsheet, while the focus is on a cell: in an editor they are the field's own. */
export function useGridClipboard(table: RefObject<HTMLTableElement | null>, acts: GridActs): void {
  const take = useEffectEvent((event: ClipboardEvent): void => {
    const focused = document.activeElement;
    if (!focused || !table.current?.contains(focused) || focused.closest("input,select")) return;
    if (event.type === "paste") acts.paste(event.clipboardData?.getData("text/plain") ?? "");
    else event.clipboardData?.setData("text/plain", event.type === "cut" ? acts.cut() : acts.copy());
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => take(event);
    const kinds = ["copy", "cut", "paste"] as const;
    for (const kind of kinds) document.addEventListener(kind, listen);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, listen);
    };
  }, []);
}
