import { z } from "zod";
import { client, clientEndpoints } from "#contract/client.ts";
import { contact, contactEndpoints } from "#contract/contact.ts";
import { endpoint } from "#contract/endpoint.ts";
import { opportunity } from "#contract/opportunity.ts";
import { putOpportunityBody } from "#contract/opportunity-write.ts";
import { text } from "#contract/common.ts";

/** Another system by its name, and the record's id there. */
const params = z.object({ source: text(60), externalId: text(200) });
const refuses = ["request.forbidden", "request.notFound", "record.deleted", "request.invalid"] as const;

const upsert = (what: string): string =>
  `Finds ${what} by another system's id and changes it (merge), or creates it under that id: 201 with Location. The same call twice changes nothing more.`;

export const byExternalEndpoints = {
  putClientByExternal: endpoint({
    id: "putClientByExternal",
    method: "PUT",
    path: "/clients/by-external/{source}/{externalId}",
    tag: "clients",
    access: "write",
    alsoAnswers: 201,
    summary: upsert("a client"),
    params,
    body: clientEndpoints.createClient.body,
    returns: client,
    refuses,
  }),
  putContactByExternal: endpoint({
    id: "putContactByExternal",
    method: "PUT",
    path: "/contacts/by-external/{source}/{externalId}",
    tag: "contacts",
    access: "write",
    alsoAnswers: 201,
    summary: upsert("a contact"),
    params,
    body: contactEndpoints.createContact.body,
    returns: contact,
    refuses,
  }),
  putOpportunityByExternal: endpoint({
    id: "putOpportunityByExternal",
    method: "PUT",
    path: "/opportunities/by-external/{source}/{externalId}",
    tag: "opportunities",
    access: "write",
    alsoAnswers: 201,
    summary: upsert("an opportunity"),
    params,
    body: putOpportunityBody,
    returns: opportunity,
    refuses,
  }),
};
