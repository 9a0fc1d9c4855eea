import { expect, test } from "vitest";
import { isCharacterKey, isPressed, isSingleKey, parseKeys, printedKeys } from "#web/kit/shortcut-keys.ts";

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

test("what writes a character can be switched off, Space, Escape, arrows and F2 work on", () => {
  expect(["n", "g o", "shift+n", "?"].map(isCharacterKey)).toEqual([true, true, true, true]);
  expect(["space", "escape", "f2", "arrowdown", "mod+k"].map(isCharacterKey)).toEqual([false, false, false, false, false]);
});

test("keys are printed as on the keyboard of the language", () => {
  expect(printedKeys("mod+enter", names)).toEqual(["Ctrl Entrée"]);
  expect(printedKeys("g o", names)).toEqual(["G", "O"]);
  expect(printedKeys("shift+arrowup", names)).toEqual(["Maj ↑"]);
});
