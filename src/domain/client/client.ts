/** The client carries the project and is billed: a company, an association, a school, a family. A contact is a person. */
import type { Id } from "#domain/shared/id.ts";
import type { Locale } from "#domain/shared/actor.ts";

export const CLIENT_STATUSES = ["prospect", "client"] as const;
export type ClientStatus = (typeof CLIENT_STATUSES)[number];

export type PostalAddress = {
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly region: string | null;
  /** ISO 3166-1, two letters. */
  readonly country: string | null;
};

export const NO_ADDRESS: PostalAddress = { street: null, postalCode: null, city: null, region: null, country: null };

export type Client = {
  readonly id: Id;
  readonly name: string;
  readonly kindId: Id | null;
  readonly status: ClientStatus;
  readonly managerId: Id | null;
  readonly legalName: string | null;
  readonly registrationNumber: string | null;
  readonly vatNumber: string | null;
  readonly address: PostalAddress;
  /** E.164 when valid, else as typed: a number that cannot be read is kept, not refused. */
  readonly phone: string | null;
  readonly phoneValid: boolean | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly language: Locale | null;
  readonly paymentTerms: string | null;
  readonly notes: string | null;
};
