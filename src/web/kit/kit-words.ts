import { createContext, use } from "react";

/** The few words the kit says by itself. The app fills them in the reader's language. */
export type KitWords = {
  close: string;
  clear: string;
  loading: string;
  saving: string;
  /** Under a value that nothing answered for. */
  unsaved: string;
  /** Beside the label of a field that may stay empty: "(facultatif)" */
  optional: string;
  showList: string;
  noMatch: string;
  /** "Créer « Lumière »" */
  create: (text: string) => string;
  /** "Retirer Naples" */
  remove: (what: string) => string;
  /** "Modifier Départ" */
  edit: (what: string) => string;
  invalidDay: string;
  invalidNumber: string;
  openCalendar: string;
  previousMonth: string;
  nextMonth: string;
  undo: string;
  retry: string;
  copyDetails: string;
  copied: string;
  /** Where a route line's stop stands, said to readers of the screen by ear. */
  stopDone: string;
  stopCurrent: string;
  stopNext: string;
  stopSkipped: string;
  stopLost: string;
  stopWon: string;
  /** "Ignorer et aller au contenu" */
  skipToContent: string;
  mainNavigation: string;
  notifications: string;
  /** In the list of them, when nothing was said yet. */
  /** Between the two keys of a sequence: "G puis O" */
  then: string;
  /** Names of keys, as printed on the keyboards of this language. */
  keys: { mod: string; shift: string; alt: string; enter: string; escape: string; space: string; backspace: string };
};

export const KitWordsContext = createContext<KitWords | undefined>(undefined);

export function useKitWords(): KitWords {
  const words = use(KitWordsContext);
  if (!words) throw new Error("The kit is used outside of its KitProvider");
  return words;
}
