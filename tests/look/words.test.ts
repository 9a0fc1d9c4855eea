import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "#domain/shared/actor.ts";
import { words as en } from "#words/en.ts";
import { fileWords } from "#words/file-words.ts";
import { words as fr } from "#words/fr.ts";
import { words as it } from "#words/it.ts";
import { mailWords } from "#words/mail-words.ts";
import { noticeWords } from "#words/notice/notice-words.ts";
import { parameterWords } from "#words/parameter-words.ts";
import { problemWords } from "#words/problem-words.ts";
import { charactersOf } from "../support/font-characters.ts";
import { literalsOf } from "../support/literals.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const CATALOGUES = { en, fr, it };
const SHARED: readonly Readonly<Record<Locale, unknown>>[] = [fileWords, mailWords, noticeWords, parameterWords, problemWords];
/** A name of the program between the texts: an import, a code, a key. */
const NAME = /^[#\w./-]*$/;

function sourcesOf(locale: Locale): string[] {
  const folder = path.join(ROOT, "src", "words", locale);
  return readdirSync(folder).map((file) => readFileSync(path.join(folder, file), "utf8"));
}

type Leaf = { readonly at: string; readonly text: string };

/** The texts of a catalogue; of a message with parameters, those written in its function. */
function leavesOf(value: unknown, at = ""): Leaf[] {
  if (typeof value === "string") return [{ at, text: value }];
  if (typeof value === "function") return literalsOf(value.toString()).map((text) => ({ at: `${at}()`, text }));
  return Object.entries(value as object).flatMap(([key, inner]) => leavesOf(inner, `${at}/${key}`));
}

function shapeOf(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [`${at}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${at}/${key}`));
}

/** All that a language can put on a screen or in a mail. */
function textsOf(locale: Locale): string[] {
  const shared = SHARED.flatMap((table) => leavesOf(table[locale]).map(({ text }) => text));
  const texts = [...sourcesOf(locale).flatMap(literalsOf), ...leavesOf(CATALOGUES[locale]).map(({ text }) => text), ...shared];
  return [...new Set(texts)].filter((text) => !NAME.test(text) || /^[A-Z]/.test(text));
}

test("the three catalogues say the same things", () => {
  const shape = shapeOf(en).toSorted();
  expect(shape.length).toBeGreaterThan(500);
  expect(shapeOf(fr).toSorted()).toEqual(shape);
  expect(shapeOf(it).toSorted()).toEqual(shape);
});

test.each(LOCALES)("no text of %s is empty, holds two spaces, three dots for … or a straight apostrophe", (locale) => {
  const empty = leavesOf(CATALOGUES[locale]).filter(({ at, text }) => !at.endsWith("()") && text.trim() === "");
  expect(empty).toEqual([]);
  expect(textsOf(locale).filter((text) => text.includes("...") || /\p{L}'\p{L}/u.test(text) || /[^\n ] {2,}/.test(text))).toEqual([]);
});

// The narrow no-break space is not in the shipped fonts: the plain one stands before every high sign (see the next test).
test("French has a no-break space before : ; ! ? » % € and after «", () => {
  const wrong = /[^\u00a0][;!?»%€](?![\w=&])|[^\u00a0\d]:(?=\s|$)|«[^\u00a0]|\u202f/u;
  expect(textsOf("fr").filter((text) => wrong.test(text))).toEqual([]);
});

test.each(["en", "it"] as const)("%s has no space before its signs", (locale) => {
  expect(textsOf(locale).filter((text) => /[\s\u00a0][;:!?](?=\s|$)/u.test(text))).toEqual([]);
});

/** What is said after a number without being a thing: "2 000 000 gagnées", but "2 000 000 d’opportunités". */
const NO_THING = {
  fr: /# (?:pax|gagnées|clôturées|ouvertes|sélectionnées|laissées|diffèrent)\b/,
  it: /# (?:pax|vinte|chiuse|aperte|selezionate|escluse|differiscono|diversi)\b/,
};

test.each(["fr", "it"] as const)("every counted thing of %s knows millions (many)", (locale) => {
  const plurals = sourcesOf(locale).flatMap((source) => [...source.matchAll(/plural\(\s*"\w\w",[^{]*\{((?:[^{}]|\$\{[^}]*\})*)\}/g)]);
  const forms = plurals.map(([, text = ""]) => text);
  expect(forms.length).toBeGreaterThan(10);
  expect(forms.filter((text) => /other: .# /.test(text) && !/\bmany:/.test(text) && !NO_THING[locale].test(text))).toEqual([]);
});

test.each(["source-sans-3", "source-serif-4"])("%s draws every character of the three catalogues", (family) => {
  const drawn = new Set(
    ["latin", "latin-ext"].flatMap((subset) => [
      ...charactersOf(
        readFileSync(path.join(ROOT, "node_modules", "@fontsource-variable", family, "files", `${family}-${subset}-wght-normal.woff2`)),
      ),
    ]),
  );
  const used = new Set(LOCALES.flatMap((locale) => textsOf(locale).flatMap((text) => [...text])));
  used.delete("\n");
  expect(used.size).toBeGreaterThan(60);
  expect([...used].filter((character) => !drawn.has(character.codePointAt(0) ?? 0))).toEqual([]);
});
