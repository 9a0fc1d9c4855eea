/** What clients are filtered by. Whoever adds a field says how the database finds it (client-filter-fields.ts of the server). */
import type { FilterField } from "#domain/filter/filter.ts";

const text: FilterField = { kind: "text" };
const day: FilterField = { kind: "day" };

export const CLIENT_FILTER_FIELDS = {
  text: { kind: "words" },
  name: text,
  kindId: { kind: "choice", isId: true },
  status: { kind: "choice", values: ["prospect", "client"] },
  managerId: { kind: "choice", isId: true, self: "me" },
  tag: { kind: "choices", isId: true },
  contactId: { kind: "choices", isId: true, needs: "contacts" },
  city: text,
  postalCode: text,
  /** By code where it is known, else as it was typed. */
  region: { kind: "choice" },
  country: { kind: "choice" },
  email: text,
  website: text,
  legalName: text,
  registrationNumber: text,
  language: { kind: "choice", values: ["en", "fr", "it"] },
  lastTouchAt: day,
  createdAt: day,
  updatedAt: day,
  withoutOpportunity: { kind: "flag", needs: "opportunities" },
  /** An important custom field holds nothing. */
  missingImportant: { kind: "flag" },
} as const satisfies Record<string, FilterField>;

export type ClientFilterField = keyof typeof CLIENT_FILTER_FIELDS;
