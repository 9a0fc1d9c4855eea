/** What contacts are filtered by. Whoever adds a field says how the database finds it (contact-filter-fields.ts of the server). */
import type { FilterField } from "#domain/filter/filter.ts";

const text: FilterField = { kind: "text" };
const day: FilterField = { kind: "day" };

export const CONTACT_FILTER_FIELDS = {
  text: { kind: "words" },
  name: text,
  firstName: text,
  lastName: text,
  gender: { kind: "choice", values: ["female", "male", "none"] },
  jobTitle: text,
  clientId: { kind: "choices", isId: true, needs: "clients" },
  newsletter: { kind: "choice", values: ["subscribed", "refused", "unknown"] },
  tag: { kind: "choices", isId: true },
  email: text,
  city: text,
  postalCode: text,
  /** By code where it is known, else as it was typed. */
  region: { kind: "choice" },
  country: { kind: "choice" },
  language: { kind: "choice", values: ["en", "fr", "it"] },
  createdAt: day,
  updatedAt: day,
  /** An important custom field holds nothing. */
  missingImportant: { kind: "flag" },
} as const satisfies Record<string, FilterField>;

export type ContactFilterField = keyof typeof CONTACT_FILTER_FIELDS;
