import { z } from "zod";
import { CLIENT_CONTACT_ROLES, consent, duplicate, phoneOut } from "#contract/client.ts";
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
  optionalText,
  pageOf,
  reference,
  searchText,
  several,
} from "#contract/common.ts";
import { customChange, customFilters, customValues } from "#contract/custom-field.ts";
import { endpoint } from "#contract/endpoint.ts";
import { filterText } from "#contract/filter.ts";
import { refusesEdit } from "#contract/problem.ts";
import { tagIds } from "#contract/tag.ts";
import { CONTACT_FILTER_FIELDS } from "#domain/contact/filter-fields.ts";

export const CONTACT_SORTS = ["lastName", "name", "city", "createdAt", "updatedAt"] as const;

export const contact = z
  .object({
    id,
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    name: z.string(),
    gender: z.enum(["female", "male", "none"]).nullable(),
    jobTitle: z.string().nullable(),
    email: z.string().nullable(),
    phone: phoneOut.nullable(),
    address: addressOut,
    language: language.nullable(),
    notes: z.string().nullable(),
    tags: z.array(reference),
    newsletter: consent.nullable(),
    custom: customValues,
    clients: z.array(z.object({ id, name: z.string(), role: z.enum(CLIENT_CONTACT_ROLES).nullable(), isMain: z.boolean() })).nullable(),
    can,
    createdAt: instant,
    updatedAt: instant,
    deletedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: "Contact" });

const fields = {
  firstName: optionalText(100),
  lastName: optionalText(100),
  gender: z.enum(["female", "male", "none"]).nullable(),
  jobTitle: optionalText(120),
  email: email.nullable(),
  phone: optionalText(40),
  address: z.object(address).partial(),
  language: language.nullable(),
  notes: optionalText(20_000),
  tagIds,
  /** Consent: true or false is recorded with the moment and where it came from. Null: never asked. */
  newsletter: z.object({ subscribed: z.boolean(), origin: optionalText(200).optional() }).nullable(),
  custom: customChange,
};
const links = {
  clients: z
    .array(z.object({ clientId: id, role: z.enum(CLIENT_CONTACT_ROLES).nullable().optional(), isMain: z.boolean().optional() }))
    .max(100),
};

export const contactFilters = {
  ...customFilters,
  q: searchText.optional(),
  clientId: several(id).optional(),
  tag: several(id).optional(),
  newsletter: z.enum(["subscribed", "refused", "unknown"]).optional(),
  country: z.string().length(2).optional(),
  filter: filterText.optional(),
};

export const contactEndpoints = {
  listContacts: endpoint({
    id: "listContacts",
    method: "GET",
    path: "/contacts",
    tag: "contacts",
    access: "read",
    summary: `Contacts. Sort by at most two of: ${CONTACT_SORTS.join(", ")}, custom.key. filter= takes a whole filter, on ${Object.keys(CONTACT_FILTER_FIELDS).join(", ")}, custom.key.`,
    query: z.object({
      ...listQuery,
      ...contactFilters,
      sort: z.string().max(200).default("lastName"),
      deleted: flag.optional(),
    }),
    returns: pageOf(contact),
    refuses: ["request.forbidden", "cursor.mismatch", "request.invalid"],
  }),
  showContact: endpoint({
    id: "showContact",
    method: "GET",
    path: "/contacts/{id}",
    tag: "contacts",
    access: "read",
    summary: "One contact.",
    params: idParams,
    returns: contact,
    refuses: ["request.notFound", "record.deleted"],
  }),
  findContactDuplicates: endpoint({
    id: "findContactDuplicates",
    method: "GET",
    path: "/contacts/duplicates",
    tag: "contacts",
    access: "read",
    summary: "Contacts that may be the same person. At most 3.",
    query: z.object({
      firstName: z.string().max(100).optional(),
      lastName: z.string().max(100).optional(),
      city: z.string().max(120).optional(),
      email: z.string().max(254).optional(),
      phone: z.string().max(40).optional(),
      except: id.optional(),
    }),
    returns: z.object({ data: z.array(duplicate) }),
    refuses: ["request.forbidden"],
  }),
  createContact: endpoint({
    id: "createContact",
    method: "POST",
    path: "/contacts",
    tag: "contacts",
    access: "write",
    status: 201,
    summary: "Creates a contact: a first or last name is required.",
    body: z
      .object({ ...fields, ...links })
      .partial()
      .meta({ id: "NewContact" }),
    returns: contact,
    refuses: ["request.forbidden", "request.invalid"],
  }),
  editContact: endpoint({
    id: "editContact",
    method: "PATCH",
    path: "/contacts/{id}",
    tag: "contacts",
    access: "write",
    versioned: true,
    summary: "Changes fields of a contact (merge).",
    params: idParams,
    body: z
      .object({ ...fields, ...links })
      .partial()
      .meta({ id: "ContactChange" }),
    returns: contact,
    refuses: [...refusesEdit, "record.deleted"],
  }),
  deleteContact: endpoint({
    id: "deleteContact",
    method: "DELETE",
    path: "/contacts/{id}",
    tag: "contacts",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes a contact; it can be restored for 30 days.",
    params: idParams,
    refuses: [...refusesEdit, "record.deleted"],
  }),
  changeContacts: endpoint({
    id: "changeContacts",
    alsoAnswers: 202,
    method: "POST",
    path: "/contacts/bulk",
    tag: "contacts",
    access: "write",
    summary: `One change of many contacts, ${BULK_SUMMARY}`,
    body: bulkBody(bulkFilterOf(z.object(contactFilters)), {
      addTagIds: tagIds.optional(),
      removeTagIds: tagIds.optional(),
      delete: z.literal(true).optional(),
    }),
    returns: bulkResult,
    refuses: ["request.forbidden", "request.invalid"],
  }),
  restoreContact: endpoint({
    id: "restoreContact",
    method: "POST",
    path: "/contacts/{id}/restore",
    tag: "contacts",
    access: "write",
    summary: "Restores a deleted contact.",
    params: idParams,
    returns: contact,
    refuses: ["request.forbidden", "request.notFound"],
  }),
  downloadContactCard: endpoint({
    id: "downloadContactCard",
    method: "GET",
    path: "/contacts/{id}/vcard",
    tag: "contacts",
    access: "read",
    summary: "The contact as a vCard 4.0 file.",
    raw: "text/vcard",
    params: idParams,
    refuses: ["request.notFound", "record.deleted"],
  }),
};

export type Contact = z.output<typeof contact>;
