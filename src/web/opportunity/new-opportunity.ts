import { fillDates } from "#domain/opportunity/dates.ts";
import type { CustomValues } from "#domain/custom-field/custom-field.ts";
import type { Day } from "#domain/shared/day.ts";
import type { ask } from "#web/api/api.ts";
import type { CreateDraft } from "#web/app/create-store.ts";
import type { Option } from "#web/kit/option.ts";
import { placeOf } from "#web/opportunity/place-option.ts";
import { personNamed } from "#web/contact/person-name.ts";

/** Beside the name, of a client to create. */
export type NewClient = { readonly kindId: string | null; readonly postalCode: string; readonly city: string };

/** What the form holds; a client or contact with an empty id is one to create. */
export type NewOpportunity = {
  readonly name: string;
  readonly client: Option | null;
  readonly newClient: NewClient;
  readonly contact: Option | null;
  readonly stageId: string | undefined;
  readonly managerId: string | undefined;
  readonly priority: boolean;
  readonly destinations: readonly Option[];
  readonly departsOn: Day | null;
  readonly returnsOn: Day | null;
  readonly days: number | null;
  readonly adults: number | null;
  readonly amount: string | null;
  readonly objective: string | null;
  readonly budgetPerPerson: string | null;
  readonly expectedCloseOn: Day | null;
  readonly sourceId: string | null;
  /** One that is none yet has its name as id. */
  readonly tags: readonly Option[];
  readonly custom: CustomValues;
};

export const NO_CLIENT_DETAILS: NewClient = { kindId: null, postalCode: "", city: "" };

export function blank({ clientId, clientName, stageId, name = "" }: CreateDraft): NewOpportunity {
  return {
    name,
    client: clientId === undefined ? null : { id: clientId, label: clientName ?? "" },
    newClient: NO_CLIENT_DETAILS,
    contact: null,
    stageId,
    managerId: undefined,
    priority: false,
    destinations: [],
    departsOn: null,
    returnsOn: null,
    days: null,
    adults: null,
    amount: null,
    objective: null,
    budgetPerPerson: null,
    expectedCloseOn: null,
    sourceId: null,
    tags: [],
    custom: {},
  };
}

/** More than the name was filled: leaving is asked about. */
export function isStarted({ client, contact, destinations, tags, priority, ...rest }: NewOpportunity): boolean {
  const { departsOn, returnsOn, amount, objective, budgetPerPerson, adults, expectedCloseOn } = rest;
  const values = [client, contact, departsOn, returnsOn, amount, objective, budgetPerPerson, adults, expectedCloseOn];
  if (priority || destinations.length > 0 || tags.length > 0 || Object.keys(rest.custom).length > 0) return true;
  return values.some((value) => value !== null);
}

type DateName = "departsOn" | "returnsOn" | "days";

/** Departure, return and days fill each other. */
export function withDate(values: NewOpportunity, name: DateName, value: Day | number | null): Partial<NewOpportunity> {
  const { departsOn, returnsOn, days } = values;
  return fillDates({ departsOn, returnsOn, days, [name]: value }, name);
}

type Body = Parameters<typeof ask<"createOpportunity">>[1]["body"];

/** As the server wants it, without its tags: some may have to be made first. Undefined while name or client is missing. */
export function bodyOf(values: NewOpportunity): Body | undefined {
  const { name, client, newClient, contact, destinations, stageId, managerId, days: _days, tags: _tags, ...rest } = values;
  if (name.trim() === "" || client === null) return undefined;
  return {
    ...rest,
    name: name.trim(),
    ...(stageId === undefined ? {} : { stageId }),
    ...(managerId === undefined ? {} : { managerId }),
    ...(client.id === "" ? { client: clientBody(client.label, newClient) } : { clientId: client.id }),
    ...(contact === null ? {} : { contacts: [{ isMain: true, ...contactBody(contact) }] }),
    destinations: destinations.map(placeOf),
  };
}

function clientBody(name: string, { kindId, postalCode, city }: NewClient): NonNullable<Body["client"]> {
  return { name, kindId, address: { postalCode: postalCode.trim() || null, city: city.trim() || null } };
}

function contactBody({ id, label }: Option): NonNullable<Body["contacts"]>[number] {
  if (id !== "") return { contactId: id };
  const { firstName, lastName } = personNamed(label);
  return { contact: { lastName, firstName: firstName || null } };
}
