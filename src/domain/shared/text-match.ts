import { foldText, similarity } from "#domain/shared/text.ts";

/** Letters of the text, by place: from, until. */
export type Span = readonly [from: number, until: number];

/** Where the terms stand in a text, accents and case ignored: at the beginning of words, or within one when nowhere else. */
export function spansOf(text: string, terms: readonly string[]): Span[] {
  const { folded, places } = foldLetters(text);
  const spans = terms.map(foldText).flatMap((term) => {
    if (term === "") return [];
    const all = occurrences(folded, term);
    const starts = all.filter((at) => at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? ""));
    const shown = starts.length > 0 ? starts : term.length < 3 ? [] : all.slice(0, 1);
    return shown.map((at): Span => [places[at] ?? 0, places[at + term.length] ?? text.length]);
  });
  return merged(spans);
}

/** The words that come nearest to each term, for what was found with a letter wrong. */
export function nearSpansOf(text: string, terms: readonly string[]): Span[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const spans = terms.flatMap((term) => {
    const [nearest] = words.map((word) => ({ word, near: similarity(term, word[0]) })).toSorted((a, b) => b.near - a.near);
    return nearest && nearest.near >= 0.2 ? [[nearest.word.index, nearest.word.index + nearest.word[0].length] as const] : [];
  });
  return merged(spans);
}

/** How near the nearest word of a text comes to a term, 0 to 1. */
export function nearness(text: string, term: string): number {
  return Math.max(0, ...[...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => similarity(term, word)));
}

/** Folds letter by letter and remembers where each came from: "œ" is two letters of one place. */
function foldLetters(text: string): { readonly folded: string; readonly places: readonly number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = /\s/.test(letter) ? " " : foldText(letter);
    for (let index = 0; index < plain.length; index += 1) places.push(at);
    folded += plain;
    at += letter.length;
  }
  places.push(text.length);
  return { folded, places };
}

function occurrences(text: string, term: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) found.push(at);
  return found;
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const [from, until] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], until)];
    else result.push([from, until]);
  }
  return result;
}
