import { z } from "zod";
import { can, country, flag, id, idParams, instant, listQuery, optionalText, pageOf, several, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { refusesEdit } from "#contract/problem.ts";
import { destination, newTextByLanguage, textByLanguage } from "#contract/step.ts";
import { MOST_DAYS, MOST_STEPS_A_DAY, STEP_KINDS } from "#domain/step/step.ts";

export const TRIP_TEMPLATE_SORTS = ["name", "updatedAt"] as const;

export const tripTemplate = z
  .object({
    id,
    name: z.string(),
    publicName: z.string().nullable(),
    destination,
    publicText: textByLanguage,
    /** The first is day 1 of the trip. */
    days: z.array(
      z.object({
        title: z.string().nullable(),
        steps: z.array(
          z.object({
            id,
            name: z.string(),
            kind: z.enum(STEP_KINDS),
            products: z.int(),
            /** It was deleted from the catalogue: it comes into no quote. */
            isDeleted: z.boolean(),
          }),
        ),
      }),
    ),
    notes: z.string().nullable(),
    isArchived: z.boolean(),
    can,
    createdAt: instant,
    updatedAt: instant,
    deletedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: "TripTemplate" });

const tripTemplateFields = {
  name: text(200),
  publicName: optionalText(200),
  destination,
  publicText: newTextByLanguage,
  days: z
    .array(z.object({ title: optionalText(200).default(null), stepIds: z.array(id).max(MOST_STEPS_A_DAY).default([]) }))
    .max(MOST_DAYS),
  notes: optionalText(5000),
  isArchived: z.boolean(),
};

export const tripTemplateEndpoints = {
  listTripTemplates: endpoint({
    id: "listTripTemplates",
    method: "GET",
    path: "/trip-templates",
    tag: "products",
    access: "read",
    summary: `Trip templates: steps on days. Sort by at most two of: ${TRIP_TEMPLATE_SORTS.join(", ")}.`,
    query: z.object({
      ...listQuery,
      sort: z.string().max(100).default("name"),
      country: several(country).optional(),
      stepId: several(id).optional(),
      /** Those put away, instead. */
      archived: flag.optional(),
      deleted: flag.optional(),
    }),
    returns: pageOf(tripTemplate),
    refuses: ["request.forbidden", "cursor.mismatch", "request.invalid"],
  }),
  showTripTemplate: endpoint({
    id: "showTripTemplate",
    method: "GET",
    path: "/trip-templates/{id}",
    tag: "products",
    access: "read",
    summary: "One trip template.",
    params: idParams,
    returns: tripTemplate,
    refuses: ["request.notFound"],
  }),
  createTripTemplate: endpoint({
    id: "createTripTemplate",
    method: "POST",
    path: "/trip-templates",
    tag: "products",
    access: "write",
    status: 201,
    summary: "Adds a trip template. Only name is required.",
    body: z.object(tripTemplateFields).partial().required({ name: true }).meta({ id: "NewTripTemplate" }),
    returns: tripTemplate,
    refuses: ["request.forbidden", "request.invalid"],
  }),
  editTripTemplate: endpoint({
    id: "editTripTemplate",
    method: "PATCH",
    path: "/trip-templates/{id}",
    tag: "products",
    access: "write",
    versioned: true,
    summary: "Changes a trip template (merge; days are replaced as a whole). Quotes made from it stay as they are.",
    params: idParams,
    body: z.object(tripTemplateFields).partial().meta({ id: "TripTemplateChange" }),
    returns: tripTemplate,
    refuses: refusesEdit,
  }),
  deleteTripTemplate: endpoint({
    id: "deleteTripTemplate",
    method: "DELETE",
    path: "/trip-templates/{id}",
    tag: "products",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes a trip template; quotes made from it stay. It can be brought back.",
    params: idParams,
    refuses: refusesEdit,
  }),
  restoreTripTemplate: endpoint({
    id: "restoreTripTemplate",
    method: "POST",
    path: "/trip-templates/{id}/restore",
    tag: "products",
    access: "write",
    summary: "Brings a deleted trip template back.",
    params: idParams,
    body: z.object({}).default({}),
    returns: tripTemplate,
    refuses: ["request.forbidden", "request.notFound"],
  }),
};

export type TripTemplate = z.output<typeof tripTemplate>;
