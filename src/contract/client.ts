import { z } from "zod";
import { BULK_SUMMARY, bulkBody, bulkFilterOf, bulkResult } from "#contract/bulk.ts";
import {
  address,
  addressOut,
  can,
  email,
  flag,
  id,
  idParams,
  instant,
  language,
  listQuery,
  money,
  optionalText,
  pageOf,
  reference,
  searchText,
  several,
  text,
  website,
} from "#contract/common.ts";
import { customChange, customFilters, customValues } from "#contract/custom-field.ts";
import { endpoint } from "#contract/endpoint.ts";
import { filterText } from "#contract/filter.ts";
import { refusesEdit } from "#contract/problem.ts";
import { tagIds } from "#contract/tag.ts";
import { CLIENT_FILTER_FIELDS } from "#domain/client/filter-fields.ts";

export const CLIENT_SORTS = ["name", "city", "createdAt", "updatedAt", "lastTouchAt"] as const;
export const CLIENT_CONTACT_ROLES = ["decisionMaker", "leader", "traveller", "billing", "former"] as const;

export const phoneOut = z
  .object({ number: z.string(), national: z.string(), valid: z.boolean() })
  .meta({ id: "Phone", description: "number: E.164 when valid, else as typed." });

export const client = z
  .object({
    id,
    name: z.string(),
    kindId: id.nullable(),
    kindName: z.string().nullable(),
    status: z.enum(["prospect", "client"]),
    manager: reference.nullable(),
    legalName: z.string().nullable(),
    registrationNumber: z.string().nullable(),
    vatNumber: z.string().nullable(),
    address: addressOut,
    phone: phoneOut.nullable(),
    email: z.string().nullable(),
    website: z.string().nullable(),
    language: language.nullable(),
    paymentTerms: z.string().nullable(),
    notes: z.string().nullable(),
    tags: z.array(reference),
    custom: customValues,
    mainContact: reference.nullable(),
    opportunities: z.object({ open: z.int(), won: z.int(), lost: z.int(), openAmount: money, wonAmount: money }).nullable(),
    can,
    /** The last done activity or message on the client itself, else its creation. */
    lastTouchAt: instant,
    createdAt: instant,
    updatedAt: instant,
    deletedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: "Client" });

const fields = {
  name: text(200),
  kindId: id.nullable(),
  status: z.enum(["prospect", "client"]),
  managerId: id.nullable(),
  legalName: optionalText(200),
  registrationNumber: optionalText(60),
  vatNumber: optionalText(60),
  address: z.object(address).partial(),
  phone: optionalText(40),
  email: email.nullable(),
  website,
  language: language.nullable(),
  paymentTerms: optionalText(500),
  notes: optionalText(20_000),
  tagIds,
  custom: customChange,
};

/** The answer about the newsletter, when and where it was given. Null: never asked. */
export const consent = z.object({ subscribed: z.boolean(), at: instant, origin: z.string() }).meta({ id: "Consent" });

const clientContact = z
  .object({
    id,
    name: z.string(),
    jobTitle: z.string().nullable(),
    email: z.string().nullable(),
    phone: phoneOut.nullable(),
    newsletter: consent.nullable(),
    role: z.enum(CLIENT_CONTACT_ROLES).nullable(),
    isMain: z.boolean(),
  })
  .meta({ id: "ClientContact" });

export const duplicate = z
  .object({ id, name: z.string(), city: z.string().nullable(), reasons: z.array(z.enum(["email", "phone", "name"])) })
  .meta({ id: "Duplicate" });

export const clientFilters = {
  ...customFilters,
  /** Looked after before they are worth an opportunity. */
  withoutOpportunity: flag.optional(),
  q: searchText.optional(),
  kindId: several(id).optional(),
  status: several(z.enum(["prospect", "client"])).optional(),
  /** "me": whoever asks. */
  managerId: several(z.union([id, z.literal("me")])).optional(),
  contactId: several(id).optional(),
  tag: several(id).optional(),
  country: z.string().length(2).optional(),
  filter: filterText.optional(),
};

export const clientEndpoints = {
  listClients: endpoint({
    id: "listClients",
    method: "GET",
    path: "/clients",
    tag: "clients",
    access: "read",
    summary: `Clients. Sort by at most two of: ${CLIENT_SORTS.join(", ")}, custom.key. filter= takes a whole filter, on ${Object.keys(CLIENT_FILTER_FIELDS).join(", ")}, custom.key.`,
    query: z.object({
      ...listQuery,
      ...clientFilters,
      sort: z.string().max(200).default("name"),
      deleted: flag.optional(),
    }),
    returns: pageOf(client),
    refuses: ["request.forbidden", "cursor.mismatch", "request.invalid"],
  }),
  showClient: endpoint({
    id: "showClient",
    method: "GET",
    path: "/clients/{id}",
    tag: "clients",
    access: "read",
    summary: "One client.",
    params: idParams,
    returns: client,
    refuses: ["request.notFound", "record.deleted"],
  }),
  findClientDuplicates: endpoint({
    id: "findClientDuplicates",
    method: "GET",
    path: "/clients/duplicates",
    tag: "clients",
    access: "read",
    summary: "Clients that may be the same: same e-mail, same phone, or similar name and city. At most 3.",
    query: z.object({
      name: z.string().max(200).optional(),
      city: z.string().max(120).optional(),
      email: z.string().max(254).optional(),
      phone: z.string().max(40).optional(),
      except: id.optional(),
    }),
    returns: z.object({ data: z.array(duplicate) }),
    refuses: ["request.forbidden"],
  }),
  createClient: endpoint({
    id: "createClient",
    method: "POST",
    path: "/clients",
    tag: "clients",
    access: "write",
    status: 201,
    summary: "Creates a client. Only name is required.",
    body: z.object(fields).partial().required({ name: true }).meta({ id: "NewClient" }),
    returns: client,
    refuses: ["request.forbidden", "request.invalid"],
  }),
  editClient: endpoint({
    id: "editClient",
    method: "PATCH",
    path: "/clients/{id}",
    tag: "clients",
    access: "write",
    versioned: true,
    summary: "Changes fields of a client (merge).",
    params: idParams,
    body: z.object(fields).partial().meta({ id: "ClientChange" }),
    returns: client,
    refuses: [...refusesEdit, "record.deleted"],
  }),
  deleteClient: endpoint({
    id: "deleteClient",
    method: "DELETE",
    path: "/clients/{id}",
    tag: "clients",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes a client without opportunities; it can be restored for 30 days.",
    params: idParams,
    refuses: [...refusesEdit, "record.inUse", "record.deleted"],
  }),
  changeClients: endpoint({
    id: "changeClients",
    alsoAnswers: 202,
    method: "POST",
    path: "/clients/bulk",
    tag: "clients",
    access: "write",
    summary: `One change of many clients, ${BULK_SUMMARY}`,
    body: bulkBody(bulkFilterOf(z.object(clientFilters)), {
      managerId: id.nullable().optional(),
      kindId: id.nullable().optional(),
      status: z.enum(["prospect", "client"]).optional(),
      addTagIds: tagIds.optional(),
      removeTagIds: tagIds.optional(),
      delete: z.literal(true).optional(),
    }),
    returns: bulkResult,
    refuses: ["request.forbidden", "request.invalid"],
  }),
  restoreClient: endpoint({
    id: "restoreClient",
    method: "POST",
    path: "/clients/{id}/restore",
    tag: "clients",
    access: "write",
    summary: "Restores a deleted client.",
    params: idParams,
    returns: client,
    refuses: ["request.forbidden", "request.notFound"],
  }),
  listClientContacts: endpoint({
    id: "listClientContacts",
    method: "GET",
    path: "/clients/{id}/contacts",
    tag: "clients",
    access: "read",
    summary: "The contacts of a client, the main one first.",
    params: idParams,
    returns: z.object({ data: z.array(clientContact) }),
    refuses: ["request.forbidden", "request.notFound", "record.deleted"],
  }),
  setClientContacts: endpoint({
    id: "setClientContacts",
    method: "PUT",
    path: "/clients/{id}/contacts",
    tag: "clients",
    access: "write",
    summary: "The contacts of a client with their roles; one main contact. Replaces the list.",
    params: idParams,
    body: z.object({
      contacts: z
        .array(z.object({ contactId: id, role: z.enum(CLIENT_CONTACT_ROLES).nullable().optional(), isMain: z.boolean().optional() }))
        .max(500),
    }),
    returns: z.object({ data: z.array(clientContact) }),
    refuses: ["request.forbidden", "request.notFound", "request.invalid", "record.deleted"],
  }),
};

export type Client = z.output<typeof client>;
