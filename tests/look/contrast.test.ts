import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const WEB = path.join(import.meta.dirname, "..", "..", "src", "web");
const CSS = readFileSync(path.join(WEB, "kit", "tokens.css"), "utf8");
const THEMES = ["light", "dark"] as const;
const TEXT = 4.5;
const DRAWING = 3;

/** Text on its ground: ink and its shades stand on every ground of a screen. */
const TEXTS: readonly (readonly [string, string])[] = [
  ...["ink", "ink-2"].flatMap((text) =>
    ["canvas", "surface", "sunken", "hover", "selected", "accent-soft"].map((on) => [text, on] as const),
  ),
  ...["canvas", "surface", "sunken", "hover"].map((on) => ["ink-3", on] as const),
  ...["canvas", "surface", "selected", "accent-soft"].map((on) => ["accent", on] as const),
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["accent-hover", "surface"],
  ...["success", "warning", "danger"].flatMap((text) => [`${text}-soft`, "surface", "canvas"].map((on) => [text, on] as const)),
  ["canvas", "ink"],
];

/** What must be told from its ground without being read: borders of controls, focus, star, stops. */
const DRAWINGS: readonly (readonly [string, string])[] = [
  ...["surface", "canvas"].flatMap((on) => ["line-strong", "focus", "star"].map((drawing) => [drawing, on] as const)),
  ...["tide-2", "tide-3", "tide-4", "tide-5"].map((stop) => [stop, "surface"] as const),
];

test.each(THEMES)("text is read on every ground (%s)", (theme) => {
  expect(tooPale(TEXTS, TEXT, theme)).toEqual([]);
});

test.each(THEMES)("borders, focus, star and stops are seen (%s)", (theme) => {
  expect(tooPale(DRAWINGS, DRAWING, theme)).toEqual([]);
});

// axe relies on it: a screen that met every rule in one theme is asked in the other for its colours only.
test("a theme changes colours alone", () => {
  const [screen = ""] = CSS.split("@media print");
  const asked = [...screen.matchAll(/\[data-theme[^{]*\{([^}]*)\}/g)].map(([, said = ""]) => said.trim());
  expect(asked).toEqual(["color-scheme: light;", "color-scheme: dark;"]);
  const elsewhere = globSync("**/*.{css,ts,tsx}", { cwd: WEB }).filter(
    (file) => file !== path.join("kit", "tokens.css") && /data-theme|prefers-color-scheme/.test(readFileSync(path.join(WEB, file), "utf8")),
  );
  expect(elsewhere).toEqual([]);
});

function tooPale(pairs: readonly (readonly [string, string])[], least: number, theme: (typeof THEMES)[number]): string[] {
  return pairs.flatMap(([drawing, ground]) => {
    const ratio = contrast(tokenOf(drawing, theme), tokenOf(ground, theme));
    return ratio < least ? [`${drawing} on ${ground}: ${ratio.toFixed(2)}`] : [];
  });
}

function tokenOf(name: string, theme: (typeof THEMES)[number]): string {
  const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(CSS);
  const value = pair?.[theme === "light" ? 1 : 2];
  if (value === undefined) throw new Error(`no token ${name}`);
  return value;
}

/** WCAG 2.2: relative luminance, of the lighter over the darker. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
