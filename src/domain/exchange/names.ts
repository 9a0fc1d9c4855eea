import { foldText } from "#domain/shared/text.ts";

/** Names are the same whatever their case, accents and kind of apostrophe. */
export function foldName(name: string): string {
  return foldText(name.replaceAll("’", "'"));
}
