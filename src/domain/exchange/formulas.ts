/** A spreadsheet runs what begins with one of these; an apostrophe makes it text. A phone number and a negative amount stay as they are. */
const STARTERS = /^[=+\-@\t\r]/;
const HARMLESS = /^(\+\d[\d ]{5,20}|-?\d+([.,]\d+)?)$/;

export function neutralise(value: string): string {
  return STARTERS.test(value) && !HARMLESS.test(value) ? `'${value}` : value;
}

/** What we wrote ourselves comes back as it was. */
export function restore(value: string): string {
  return value.startsWith("'") && STARTERS.test(value.slice(1)) ? value.slice(1) : value;
}
