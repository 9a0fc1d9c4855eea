import { expect, test } from "vitest";
import { isPressed, isSingleKey, parseKeys, printedKeys } from "#web/kit/shortcut-keys.ts";

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const names = { mod: "Ctrl", shift: "Maj", alt: "Alt", enter: "Entrée", escape: "Échap", space: "Espace", backspace: "Retour arrière" };

function matches(keys: string, event: Partial<KeyboardEvent> & { key: string }): boolean {
  const [press] = parseKeys(keys);
  return press !== undefined && isPressed(press, { ...none, ...event });
}

test("a letter is the key that writes it, alone", () => {
  expect(matches("n", { key: "n" })).toBe(true);
  expect(matches("n", { key: "N", shiftKey: true })).toBe(false);
  expect(matches("n", { key: "n", ctrlKey: true })).toBe(false);
  expect(matches("shift+n", { key: "N", shiftKey: true })).toBe(true);
});

test("a sign is taken whether or not its layout needs Shift", () => {
  expect(matches("?", { key: "?", shiftKey: true })).toBe(true);
  expect(matches("?", { key: "?" })).toBe(true);
  expect(matches("/", { key: "/", shiftKey: true })).toBe(true);
});

test("mod is Ctrl or the Apple key", () => {
  expect(matches("mod+k", { key: "k", ctrlKey: true })).toBe(true);
  expect(matches("mod+k", { key: "k", metaKey: true })).toBe(true);
  expect(matches("mod+k", { key: "k" })).toBe(false);
});

test("letters and sequences are single keys, combinations are not", () => {
  expect(["n", "g o", "shift+n", "?"].map(isSingleKey)).toEqual([true, true, true, true]);
  expect(isSingleKey("mod+enter")).toBe(false);
});

test("keys are printed as on the keyboard of the language", () => {
  expect(printedKeys("mod+enter", names)).toEqual(["Ctrl Entrée"]);
  expect(printedKeys("g o", names)).toEqual(["G", "O"]);
  expect(printedKeys("shift+arrowup", names)).toEqual(["Maj ↑"]);
});
