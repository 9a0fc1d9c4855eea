import { nearSpansOf, spansOf } from "#domain/shared/text-match.ts";
import styles from "#web/search/palette.module.css";

type MatchedTextProps = { readonly text: string; readonly terms: readonly string[]; readonly how: "exact" | "near" | undefined };

/** The letters that were asked for are heavier. */
export function MatchedText({ text, terms, how }: MatchedTextProps) {
  if (how === undefined || terms.length === 0) return text;
  const spans = how === "exact" ? spansOf(text, terms) : nearSpansOf(text, terms);
  let at = 0;
  const pieces = spans.flatMap(([from, until]) => {
    const before = text.slice(at, from);
    at = until;
    return [
      before,
      <strong key={from} className={styles.matched}>
        {text.slice(from, until)}
      </strong>,
    ];
  });
  return [...pieces, text.slice(at)];
}
