import { z } from "zod";
import { currency, decimal, flag, id, idParams, optionalText, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { refusesEdit } from "#contract/problem.ts";
import { CUSTOM_RECORDS, CUSTOM_TYPES, MOST_FIELDS, MOST_OPTIONS } from "#domain/custom-field/custom-field.ts";

const option = z.object({ id, label: z.string(), archived: z.boolean() }).meta({ id: "CustomOption" });

export const customField = z
  .object({
    id,
    recordType: z.enum(CUSTOM_RECORDS),
    /** Its name in `custom` of a record, in filters (`custom.key=`) and orders (`sort=custom.key`). Never changes. */
    key: z.string(),
    label: z.string(),
    type: z.enum(CUSTOM_TYPES),
    /** Of list and multiList, in order. */
    options: z.array(option),
    group: z.string().nullable(),
    position: z.int(),
    /** Its absence is said when a record is made and in the filter missingImportant. It is never demanded. */
    important: z.boolean(),
    help: z.string().nullable(),
    archived: z.boolean(),
    /** A record holds a value: it can be archived, not deleted, and keeps its type. */
    inUse: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "CustomField" });

/**
 * Text, long text and link: a string. Number: a decimal string (a number is read too). Money: amount and currency. Date: a
 * day. Checkbox: true or false. List: the id of an option; several: an array of them. User: the id of a user.
 */
export const customValue = z
  .union([z.string(), z.boolean(), z.array(z.string()), z.object({ amount: decimal, currency })])
  .meta({ id: "CustomValue" });

/** By key; a field without a value is not there. */
export const customValues = z.record(z.string(), customValue);

/** A merge: what is named is written, null empties, the rest stays. */
export const customChange = z.record(z.string().max(100), z.unknown()).meta({
  description:
    "Custom fields by key (a merge; null empties). Text, link: string. Number: decimal string or number. Money: { amount, currency }. Date: YYYY-MM-DD. Checkbox: boolean. List: id of an option; multiList: array of them. User: id of a user.",
});

/**
 * `custom.key=…` in an address, `{ "key": … }` in a body. List and user: ids, any of them. Checkbox: true or false. Number,
 * money (by its amount) and date: a value, or `custom.key[gte]` and `custom.key[lte]`. Text: words it holds. "none": no value.
 */
export const customFilters = {
  custom: z
    .record(z.string().max(80), z.union([z.string().max(2000), z.array(z.string().max(200)).max(200)]))
    .optional()
    .meta({
      description:
        "Written as custom.key=… (and custom.key[gte]=…, custom.key[lte]=… for number, money and date). List and user: ids, any of them. Checkbox: true or false. Text: words it holds. none: records without a value.",
    }),
  /** An important custom field holds nothing. */
  missingImportant: flag.optional(),
};

const fields = {
  label: text(100),
  type: z.enum(CUSTOM_TYPES),
  /** With an id it is the one that is known, renamed or moved; one that is left out is removed, unless a record chose it. */
  options: z.array(z.object({ id: id.optional(), label: text(100), archived: z.boolean().optional() })).max(MOST_OPTIONS),
  group: optionalText(100),
  important: z.boolean(),
  help: optionalText(500),
};

export const customFieldEndpoints = {
  listCustomFields: endpoint({
    id: "listCustomFields",
    method: "GET",
    path: "/custom-fields",
    tag: "settings",
    access: "read",
    summary: "Custom fields in their order, archived ones left out unless asked for.",
    query: z.object({ recordType: z.enum(CUSTOM_RECORDS).optional(), archived: flag.optional() }),
    returns: z.object({ data: z.array(customField) }),
    refuses: ["request.invalid"],
  }),
  createCustomField: endpoint({
    id: "createCustomField",
    method: "POST",
    path: "/custom-fields",
    tag: "settings",
    access: "write",
    status: 201,
    summary: `Adds a custom field at the end, at most ${MOST_FIELDS} a kind of record. Without a key it is made of the label.`,
    body: z
      .object({ ...fields, recordType: z.enum(CUSTOM_RECORDS), key: z.string().max(60) })
      .partial()
      .required({ recordType: true, label: true, type: true })
      .meta({ id: "NewCustomField" }),
    returns: customField,
    refuses: ["request.forbidden", "request.invalid", "name.taken"],
  }),
  editCustomField: endpoint({
    id: "editCustomField",
    method: "PATCH",
    path: "/custom-fields/{id}",
    tag: "settings",
    access: "write",
    versioned: true,
    summary: "Changes a custom field (merge); archives it or brings it back. The type stays once a record holds a value.",
    params: idParams,
    body: z
      .object({ ...fields, archived: z.boolean() })
      .partial()
      .meta({ id: "CustomFieldChange" }),
    returns: customField,
    refuses: [...refusesEdit, "name.taken", "customField.inUse"],
  }),
  orderCustomFields: endpoint({
    id: "orderCustomFields",
    method: "POST",
    path: "/custom-fields/order",
    tag: "settings",
    access: "write",
    summary: "The order of the custom fields of one kind of record: all their ids, archived ones too. Groups follow their first field.",
    body: z.object({ recordType: z.enum(CUSTOM_RECORDS), ids: z.array(id).max(MOST_FIELDS) }),
    returns: z.object({ data: z.array(customField) }),
    refuses: ["request.forbidden", "request.notFound", "request.invalid"],
  }),
  deleteCustomField: endpoint({
    id: "deleteCustomField",
    method: "DELETE",
    path: "/custom-fields/{id}",
    tag: "settings",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes a custom field that no record has a value of; else archive it.",
    params: idParams,
    refuses: [...refusesEdit, "customField.inUse"],
  }),
};

export type CustomFieldAnswer = z.output<typeof customField>;
