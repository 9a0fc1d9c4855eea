import type { PostalAddress } from "#domain/client/client.ts";
import { countryName } from "#web/app/countries.ts";

/** An address as its lines, without those that are empty. */
export function addressLines({ street, postalCode, city, region, country }: PostalAddress, locale: string): string[] {
  const place = [postalCode, city].filter(Boolean).join(" ");
  return [street, place, region, country && countryName(country, locale)].filter((line): line is string => Boolean(line));
}
