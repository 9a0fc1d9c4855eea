import { expect, test } from "vitest";
import { LOCALES } from "#domain/shared/actor.ts";
import { words as en } from "#words/en.ts";
import { words as fr } from "#words/fr.ts";
import { HELP_PARTS, HELP_TOPICS } from "#words/help/article.ts";
import { helpWords as helpEn } from "#words/help/en.ts";
import { helpWords as helpFr } from "#words/help/fr.ts";
import { helpWords as helpIt } from "#words/help/it.ts";
import { partsOf, plainText } from "#words/help/on-screen.ts";
import { words as it } from "#words/it.ts";

const CATALOGUES = { en, fr, it };
const HELP = { en: helpEn, fr: helpFr, it: helpIt };

type Leaf = { readonly at: string; readonly text: string };

function leavesOf(value: unknown, at = ""): Leaf[] {
  if (typeof value === "string") return [{ at, text: value }];
  if (typeof value === "function") return [];
  return Object.entries(value as object).flatMap(([key, inner]) => leavesOf(inner, `${at}/${key}`));
}

/** A catalogue that says where each of its words stands instead of the word: what an article takes from it is then seen. */
function addressesOf<Value>(value: Value, at = ""): Value {
  if (typeof value === "string") return `@${at}` as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, addressesOf(inner, `${at}/${key}`)])) as Value;
}

const onScreenIn = (text: string): string[] =>
  partsOf(text)
    .filter((part) => part.isOnScreen)
    .map((part) => part.text);

/** The words of the screen that each paragraph names, by their address in the catalogue. */
function namedIn(locale: "en" | "fr" | "it"): string[] {
  return leavesOf(HELP[locale](addressesOf(CATALOGUES[locale]))).map(({ at, text }) => `${at}: ${onScreenIn(text).toSorted().join(" ")}`);
}

test("the three languages have the same topics, parts, steps and questions", () => {
  const shape = leavesOf(helpEn(en)).map(({ at }) => at);
  expect(shape.length).toBeGreaterThan(80);
  expect(leavesOf(helpFr(fr)).map(({ at }) => at)).toEqual(shape);
  expect(leavesOf(helpIt(it)).map(({ at }) => at)).toEqual(shape);
});

test.each(LOCALES)("every article of %s has its seven parts, none of them empty", (locale) => {
  const { topics, parts } = HELP[locale](CATALOGUES[locale]);
  expect(Object.keys(topics)).toEqual([...HELP_TOPICS]);
  expect(Object.keys(parts)).toEqual([...HELP_PARTS]);
  for (const article of Object.values(topics)) for (const part of HELP_PARTS) expect(article[part].length).toBeGreaterThan(0);
});

test.each(LOCALES)("every word of the screen in the help of %s is taken from the catalogue", (locale) => {
  const named = leavesOf(HELP[locale](addressesOf(CATALOGUES[locale]))).flatMap(({ text }) => onScreenIn(text));
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((word) => !/^@(\/\w+)+$/.test(word))).toEqual([]);
});

test.each(["fr", "it"] as const)("the help of %s names the same buttons in each paragraph as the English one", (locale) => {
  expect(namedIn(locale)).toEqual(namedIn("en"));
});

test.each(LOCALES)("the help of %s quotes nothing that is not taken from the catalogue, and keeps the voice of the house", (locale) => {
  const texts = leavesOf(HELP[locale](CATALOGUES[locale])).map(({ text }) => plainText(text));
  expect(texts.filter((text) => text.trim() === "" || /[«»“”"!]|\p{L}'\p{L}|\.\.\.| {2,}|veuillez|oups/iu.test(text))).toEqual([]);
});

test("French has a no-break space before its high signs, the others none", () => {
  const french = leavesOf(helpFr(fr)).map(({ text }) => plainText(text));
  expect(french.filter((text) => /[^\u00a0][;?%€](?![\w=&])|[^\u00a0\d]:(?=\s|$)|\u202f/u.test(text))).toEqual([]);
  const others = [...leavesOf(helpEn(en)), ...leavesOf(helpIt(it))].map(({ text }) => plainText(text));
  expect(others.filter((text) => /[\s\u00a0][;:?](?=\s|$)/u.test(text))).toEqual([]);
});
