import type { Day } from "#domain/shared/day.ts";
import type { ask } from "#web/api/api.ts";
import type { CreateDraft } from "#web/app/create-store.ts";
import type { Option } from "#web/kit/option.ts";

/** What the form holds; a client with an empty id is one to create. */
export type NewOpportunity = {
  readonly name: string;
  readonly client: Option | null;
  readonly stageId: string | undefined;
  readonly destinations: Option[];
  readonly departsOn: Day | null;
  readonly returnsOn: Day | null;
  readonly adults: number | null;
  readonly amount: string | null;
  readonly objective: string | null;
  readonly expectedCloseOn: Day | null;
};

export function blank({ clientId, clientName, stageId }: CreateDraft): NewOpportunity {
  const client = clientId === undefined ? null : { id: clientId, label: clientName ?? "" };
  return {
    name: "",
    client,
    stageId,
    destinations: [],
    departsOn: null,
    returnsOn: null,
    adults: null,
    amount: null,
    objective: null,
    expectedCloseOn: null,
  };
}

/** More than the name was filled: leaving is asked about. */
export function isStarted({ client, destinations, departsOn, amount, objective, adults }: NewOpportunity): boolean {
  return client !== null || destinations.length > 0 || [departsOn, amount, objective, adults].some((value) => value !== null);
}

type Body = Parameters<typeof ask<"createOpportunity">>[1]["body"];

/** As the server wants it; undefined while name or client is missing. */
export function bodyOf({ name, client, destinations, stageId, ...rest }: NewOpportunity): Body | undefined {
  if (name.trim() === "" || client === null) return undefined;
  return {
    ...rest,
    name: name.trim(),
    ...(stageId === undefined ? {} : { stageId }),
    ...(client.id === "" ? { client: { name: client.label } } : { clientId: client.id }),
    destinations: destinations.map(({ label }) => ({ country: null, place: label })),
  };
}
