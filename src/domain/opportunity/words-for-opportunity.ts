/** People call an opportunity a lead, a deal, une affaire, una trattativa: whoever looks for one of these finds opportunities. */
import { foldText } from "#domain/shared/text.ts";

const WORDS = `
  opportunity opportunities lead leads deal deals prospect prospects enquiry enquiries inquiry
  opportunite opportunites affaire affaires piste pistes dossier dossiers demande demandes
  opportunita trattativa trattative affare affari pratica pratiche richiesta richieste`
  .trim()
  .split(/\s+/);
const KNOWN: ReadonlySet<string> = new Set(WORDS);

export function meansOpportunity(word: string): boolean {
  return KNOWN.has(foldText(word));
}

/** While it is typed: three letters of one say which. */
export function beginsWordForOpportunity(text: string): boolean {
  const folded = foldText(text);
  return folded.length >= 3 && WORDS.some((word) => word.startsWith(folded));
}
