const OPENS = "\u2068";
const CLOSES = "\u2069";

/** A word that stands on a screen, always taken from the catalogue: who renames a button renames it in the help. */
export function onScreen(word: string): string {
  return `${OPENS}${word.replace(/…$/u, "")}${CLOSES}`;
}

export type HelpPart = { readonly text: string; readonly isOnScreen: boolean };

/** A text cut where the words of the screen begin and end. */
export function partsOf(text: string): HelpPart[] {
  return text
    .split(OPENS)
    .flatMap((piece, index) => {
      if (index === 0) return [{ text: piece, isOnScreen: false }];
      const [word = "", rest = ""] = piece.split(CLOSES);
      return [
        { text: word, isOnScreen: true },
        { text: rest, isOnScreen: false },
      ];
    })
    .filter((part) => part.text !== "");
}

/** As it is read aloud and searched. */
export function plainText(text: string): string {
  return text.replaceAll(OPENS, "").replaceAll(CLOSES, "");
}
