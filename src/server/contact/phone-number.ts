import { parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js/min";

export type PhoneNumber = { readonly number: string; readonly valid: boolean };

/** Kept in E.164 when it is one; what is none stays as typed and is flagged. */
export function readPhone(text: string, country: string | null | undefined): PhoneNumber {
  const parsed = parsePhoneNumberFromString(text, (country ?? undefined) as CountryCode | undefined);
  if (parsed?.isValid()) return { number: parsed.number, valid: true };
  return { number: text, valid: false };
}

/** As people of its country write it; with the country's code for the others. */
export function nationalPhone(number: string, country: string | null | undefined): string {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return number;
  return parsed.country === country || !country
    ? country
      ? parsed.formatNational()
      : parsed.formatInternational()
    : parsed.formatInternational();
}

export function presentPhone(
  row: { readonly phone: string | null; readonly phone_valid: boolean | null; readonly country?: string | null },
  homeCountry?: string,
): { number: string; national: string; valid: boolean } | null {
  if (row.phone === null) return null;
  return { number: row.phone, national: nationalPhone(row.phone, homeCountry ?? row.country), valid: row.phone_valid ?? false };
}
