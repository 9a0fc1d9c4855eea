import { useAllWords } from "#web/app/words.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import type { GridActs } from "#web/quote/use-grid-acts.ts";

/** The keys of the grid in the sheet of shortcuts; the grid itself hears them, wherever else the focus is they rest. */
export function useGridKeys(acts: GridActs, canEdit: boolean): void {
  const { quoting } = useAllWords();
  const say = quoting.keys;
  const inGrid = {
    group: quoting.grid.label,
    isOffered: () => false,
    isFor: (target: Element | undefined) => target?.closest("[role=grid]") != null,
  };
  useShortcut({ ...inGrid, keys: "f2", label: say.editCell }, () => acts.begin(acts.active), canEdit);
  useShortcut({ ...inGrid, keys: "mod+d", label: say.copyDown }, acts.copyDown, canEdit);
  useShortcut({ ...inGrid, keys: "delete", label: say.toInherited }, acts.clear, canEdit);
  useShortcut({ ...inGrid, keys: "mod+delete", label: say.removeLines }, acts.removeLines, canEdit);
  useShortcut({ ...inGrid, keys: "alt+arrowdown", label: say.moveLine }, () => acts.move(1), canEdit);
}
