/** Shortcuts are written "n", "shift+n", "mod+k" (Ctrl, ⌘ on Apple) or "g o" (one key, then another). */

export type KeyPress = { key: string; mod: boolean; shift: boolean; alt: boolean };
export type KeyNames = { mod: string; shift: string; alt: string; enter: string; escape: string; space: string; backspace: string };
type PressedKey = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

const ARROWS: Record<string, string> = { arrowup: "↑", arrowdown: "↓", arrowleft: "←", arrowright: "→" };

export function parseKeys(keys: string): KeyPress[] {
  return keys.split(" ").map((part) => {
    const names = part.split("+");
    const key = names.at(-1) ?? "";
    return { key: key === "space" ? " " : key, mod: names.includes("mod"), shift: names.includes("shift"), alt: names.includes("alt") };
  });
}

/** Compares what the key writes, not where it lies: AZERTY, QWERTZ and QWERTY agree. Signs such as "?" may need Shift. */
export function isPressed(press: KeyPress, event: PressedKey): boolean {
  const isSign = !/^([a-z0-9 ]|[a-z]{2,})$/.test(press.key);
  const mod = event.ctrlKey || event.metaKey;
  const isShiftRight = isSign || event.shiftKey === press.shift;
  return event.key.toLowerCase() === press.key && mod === press.mod && event.altKey === press.alt && isShiftRight;
}

export function isSingleKey(keys: string): boolean {
  return parseKeys(keys).every((press) => !press.mod && !press.alt);
}

/** Written by a letter, figure or sign alone: what a voice or a slip may press, and what can be switched off (WCAG 2.1.4). */
export function isCharacterKey(keys: string): boolean {
  return isSingleKey(keys) && parseKeys(keys).every(({ key }) => key.length === 1 && key !== " ");
}

/** "mod+k" → ["Ctrl K"], "g o" → ["G", "O"] */
export function printedKeys(keys: string, names: KeyNames): string[] {
  return parseKeys(keys).map(({ key, mod, shift, alt }) =>
    [mod && names.mod, alt && names.alt, shift && names.shift, printedKey(key, names)].filter(Boolean).join(" "),
  );
}

function printedKey(key: string, names: KeyNames): string {
  const named: Record<string, string> = { " ": names.space, enter: names.enter, escape: names.escape, backspace: names.backspace };
  return named[key] ?? ARROWS[key] ?? key.toUpperCase();
}
