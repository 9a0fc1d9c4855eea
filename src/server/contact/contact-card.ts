import { contactEndpoints } from "#contract/contact.ts";
import { regionText } from "#domain/client/region.ts";
import { mayReadContacts } from "#domain/contact/policy.ts";
import { countryName } from "#domain/exchange/country.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { getContact, type ContactColumns } from "#server/contact/contact-store.ts";
import { handle } from "#server/platform/handle.ts";

export const downloadContactCard = handle(contactEndpoints.downloadContactCard, {
  subject: ({ tx, params }) => getContact(tx, params.id),
  allow: mayReadContacts,
  run: async ({ tx, subject, effects }) => {
    effects.download({
      name: `${(subject.name ?? "contact").replace(/[^\p{L}\p{N} -]/gu, "") || "contact"}.vcf`,
      type: "text/vcard; charset=utf-8",
      body: cardOf(subject, tx.actor.locale),
    });
  },
});

/** vCard 4.0 (RFC 6350): lines end with CRLF, text is escaped; region and country by their names. */
export function cardOf(row: ContactColumns, locale: Locale): string {
  const gender = row.gender === "female" ? "F" : row.gender === "male" ? "M" : null;
  const lines = [
    "BEGIN:VCARD",
    "VERSION:4.0",
    `FN:${escaped(row.name ?? "")}`,
    `N:${escaped(row.last_name)};${escaped(row.first_name)};;;`,
    gender && `GENDER:${gender}`,
    row.job_title && `TITLE:${escaped(row.job_title)}`,
    row.email && `EMAIL:${escaped(row.email)}`,
    row.phone && (row.phone_valid ? `TEL;VALUE=uri:tel:${row.phone}` : `TEL:${escaped(row.phone)}`),
    addressLine(row, locale),
    row.language && `LANG:${row.language}`,
    `UID:urn:uuid:${row.id}`,
    `REV:${row.updated_at.toISOString().replace(/[-:]|\.\d{3}/g, "")}`,
    "END:VCARD",
  ];
  return `${lines
    .filter((line) => line)
    .map((line) => folded(String(line)))
    .join("\r\n")}\r\n`;
}

function addressLine({ street, city, region, postal_code, country }: ContactColumns, locale: Locale): string | null {
  const parts = [street, city, region && regionText(region, country, locale), postal_code, country && countryName(country, locale)];
  return parts.some((part) => part) ? `ADR:;;${parts.map((part) => escaped(part ?? "")).join(";")}` : null;
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll(",", "\\,").replaceAll(";", "\\;").replace(/\r?\n/g, "\\n").replaceAll("\r", "");
}

/** Lines of at most 75 bytes, continued after a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    if (Buffer.byteLength(part + character) > 73) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part].join("\r\n ");
}
