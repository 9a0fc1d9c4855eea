import { regionText } from "#domain/client/region.ts";
import type { Locale } from "#domain/shared/actor.ts";
import type { PostalAddress } from "#domain/client/client.ts";
import { countryName } from "#web/app/countries.ts";

/** An address as its lines, without those that are empty. */
export function addressLines({ street, postalCode, city, region, country }: PostalAddress, locale: Locale): string[] {
  const place = [postalCode, city].filter(Boolean).join(" ");
  return [street, place, region && regionText(region, country, locale), country && countryName(country, locale)].filter(
    (line): line is string => Boolean(line),
  );
}
