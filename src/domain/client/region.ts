/**
 * Regions of an address: department, province, canton, state. Those that are known are kept by code (ISO 3166-2, "FR-45") and read
 * in the reader's language; any other text stays as it was typed. People write a name, in one of the languages or the country's own,
 * or the code alone ("45", "MI", "NY").
 */
import { REGIONS } from "#domain/client/region-data.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { foldText } from "#domain/shared/text.ts";

const LOCALES: readonly Locale[] = ["en", "fr", "it"];

/** Codes that were replaced, and regions that are their one province. */
const ALIASES: Readonly<Record<string, string>> = {
  "FR-75": "FR-75C",
  "FR-COR": "FR-20R",
  "FR-GP": "FR-971",
  "FR-MQ": "FR-972",
  "FR-GF": "FR-973",
  "FR-RE": "FR-974",
  "FR-YT": "FR-976",
  "IT-AO": "IT-23",
  "ES-AS": "ES-O",
  "ES-CB": "ES-S",
  "ES-IB": "ES-PM",
  "ES-MC": "ES-MU",
  "ES-MD": "ES-M",
  "ES-NC": "ES-NA",
  "ES-RI": "ES-LO",
};

export type Region = {
  /** ISO 3166-2, with the country. */
  readonly code: string;
  /** What people of the country write for it: "45", "MI". */
  readonly short: string;
  readonly names: readonly string[];
};

const known = new Map<string, readonly Region[]>();
const byWord = new Map<string, ReadonlyMap<string, string>>();

/** The regions of a country that are known; none where the list does not hold the country. */
export function regionsOf(country: string): readonly Region[] {
  let regions = known.get(country);
  if (!regions) known.set(country, (regions = readRegions(country)));
  return regions;
}

export const REGION_COUNTRIES: readonly string[] = Object.keys(REGIONS);

/** The code of a region that is known; undefined for any other text. Without a country only a whole code tells it. */
export function regionOf(text: string, country: string | null): string | undefined {
  const written = text.trim().toUpperCase();
  const coded = ALIASES[written] ?? written;
  if (find(coded)) return coded;
  if (country === null) return undefined;
  const words = wordsOf(country);
  return words.get(foldRegion(text)) ?? besideItsCode(words, text);
}

/** As it is kept: by code when known, else as typed. */
export function keptRegion(text: string, country: string | null): string {
  return regionOf(text, country) ?? text;
}

/** As it is read: the name in the reader's language of what is known, else the text. */
export function regionText(region: string, country: string | null, locale: Locale): string {
  const found = find(regionOf(region, country) ?? "");
  return found ? nameOfRegion(found, locale) : region;
}

export function nameOfRegion({ names }: Region, locale: Locale): string {
  return names[LOCALES.indexOf(locale)] ?? names[0] ?? "";
}

/** The country of a code: "FR-45" → "FR"; undefined for what is no code. */
export function countryOfRegion(region: string): string | undefined {
  return find(region) ? region.slice(0, 2) : undefined;
}

/** For comparing names: "Côte-d’Or" and "cote d'or" are one. */
export function foldRegion(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function find(code: string): Region | undefined {
  if (!/^[A-Z]{2}-/.test(code)) return undefined;
  return regionsOf(code.slice(0, 2)).find((region) => region.code === code);
}

/** "Loiret (45)", "45 - Loiret": both say the same. */
function besideItsCode(words: ReadonlyMap<string, string>, text: string): string | undefined {
  const [, before, inside] = /^(.+?)\s*\((.+)\)$/u.exec(text) ?? /^(\w{1,3})\s*[-–]\s*(.+)$/u.exec(text) ?? [];
  if (before === undefined || inside === undefined) return undefined;
  const code = words.get(foldRegion(before));
  return code === words.get(foldRegion(inside)) ? code : undefined;
}

function readRegions(country: string): Region[] {
  const entries = Object.hasOwn(REGIONS, country) ? (REGIONS[country] ?? "").split("; ") : [];
  return entries.map((entry) => {
    const at = entry.indexOf(" ");
    const code = `${country}-${entry.slice(0, at)}`;
    const [before] = Object.entries(ALIASES).find(([, now]) => now === code) ?? [code];
    return { code, short: (/^\w+-\d+$/.test(before) ? before : code).slice(3), names: entry.slice(at + 1).split("|") };
  });
}

function wordsOf(country: string): ReadonlyMap<string, string> {
  let words = byWord.get(country);
  if (!words) byWord.set(country, (words = readWords(country)));
  return words;
}

/** A name weighs more than a code of another region. */
function readWords(country: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const regions = regionsOf(country);
  for (const [alias, code] of Object.entries(ALIASES)) if (alias.startsWith(`${country}-`)) words.set(foldRegion(alias.slice(3)), code);
  for (const { code } of regions) {
    const short = code.slice(3);
    words.set(foldRegion(short), code);
    // A spreadsheet drops the zero before a figure.
    if (/^0\d$/.test(short)) words.set(short.slice(1), code);
  }
  for (const { code, names } of regions) for (const name of names) words.set(foldRegion(name), code);
  return words;
}
