/** A contact is a person: has a first or a last name, may be of several clients, says yes or no to the newsletter. */
import type { PostalAddress } from "#domain/client/client.ts";
import type { Consent } from "#domain/contact/consent.ts";
import type { Locale } from "#domain/shared/actor.ts";
import type { Id } from "#domain/shared/id.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";

/** "none": the person wishes none; null: not known. */
export const GENDERS = ["female", "male", "none"] as const;
export type Gender = (typeof GENDERS)[number];

type PersonName = { readonly firstName: string | null; readonly lastName: string | null };

export type Contact = PersonName & {
  readonly id: Id;
  readonly gender: Gender | null;
  readonly jobTitle: string | null;
  readonly email: string | null;
  /** E.164 when valid, else as typed. */
  readonly phone: string | null;
  readonly phoneValid: boolean | null;
  readonly address: PostalAddress;
  readonly language: Locale | null;
  readonly notes: string | null;
  readonly newsletter: Consent;
};

/** "Claire Lambert", or the one name there is. */
export function fullName({ firstName, lastName }: PersonName): string {
  return [firstName, lastName]
    .map((name) => name?.trim() ?? "")
    .filter((name) => name !== "")
    .join(" ");
}

export function contactProblems(contact: PersonName): FieldProblem[] {
  return fullName(contact) === "" ? [{ pointer: "/lastName", code: "name.required" }] : [];
}
