import { z } from "zod";
import { can, country, flag, id, idParams, instant, listQuery, optionalText, pageOf, reference, several, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { refusesEdit } from "#contract/problem.ts";
import { PRODUCT_CATEGORIES } from "#domain/product/product.ts";
import { MOST_PICTURES, MOST_PRODUCTS, STEP_KINDS } from "#domain/step/step.ts";

export const STEP_SORTS = ["name", "updatedAt"] as const;

const longText = optionalText(10_000);
export const textByLanguage = z.object({ en: longText, fr: longText, it: longText }).meta({ id: "TextByLanguage" });
export const newTextByLanguage = textByLanguage
  .partial()
  .meta({ id: "NewTextByLanguage", description: "Languages left out stay as they are." });
export const destination = z.object({ country: country.nullable(), place: optionalText(120) });

const picture = z
  .object({ id, name: z.string(), type: z.string(), size: z.int(), width: z.int(), height: z.int() })
  .meta({ id: "StepPicture" });

export const step = z
  .object({
    id,
    kind: z.enum(STEP_KINDS),
    name: z.string(),
    publicName: z.string().nullable(),
    destination,
    publicText: textByLanguage,
    products: z.array(
      z.object({
        product: reference,
        category: z.enum(PRODUCT_CATEGORIES),
        supplier: reference.nullable(),
        repetitions: z.int(),
        /** It was deleted from the catalogue: it comes into no quote. */
        isDeleted: z.boolean(),
      }),
    ),
    /** In the order they are shown. */
    pictures: z.array(picture),
    notes: z.string().nullable(),
    isArchived: z.boolean(),
    /** In how many trip templates it stands. */
    templates: z.int(),
    can,
    createdAt: instant,
    updatedAt: instant,
    deletedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: "Step" });

const stepFields = {
  kind: z.enum(STEP_KINDS),
  name: text(200),
  publicName: optionalText(200),
  destination,
  publicText: newTextByLanguage,
  products: z.array(z.object({ productId: id, repetitions: z.int().min(1).max(1000).default(1) })).max(MOST_PRODUCTS),
  notes: optionalText(5000),
  isArchived: z.boolean(),
};

const pictureParams = z.object({ id, pictureId: id });

export const stepEndpoints = {
  listSteps: endpoint({
    id: "listSteps",
    method: "GET",
    path: "/steps",
    tag: "products",
    access: "read",
    summary: `Steps of the catalogue: days, stays, transfers, flights. Sort by at most two of: ${STEP_SORTS.join(", ")}.`,
    query: z.object({
      ...listQuery,
      sort: z.string().max(100).default("name"),
      kind: several(z.enum(STEP_KINDS)).optional(),
      country: several(country).optional(),
      productId: several(id).optional(),
      /** Those put away, instead. */
      archived: flag.optional(),
      deleted: flag.optional(),
    }),
    returns: pageOf(step),
    refuses: ["request.forbidden", "cursor.mismatch", "request.invalid"],
  }),
  showStep: endpoint({
    id: "showStep",
    method: "GET",
    path: "/steps/{id}",
    tag: "products",
    access: "read",
    summary: "One step of the catalogue.",
    params: idParams,
    returns: step,
    refuses: ["request.notFound"],
  }),
  createStep: endpoint({
    id: "createStep",
    method: "POST",
    path: "/steps",
    tag: "products",
    access: "write",
    status: 201,
    summary: "Adds a step to the catalogue. Only name is required; it is a day of a programme unless its kind is given.",
    body: z.object(stepFields).partial().required({ name: true }).meta({ id: "NewStep" }),
    returns: step,
    refuses: ["request.forbidden", "request.invalid"],
  }),
  editStep: endpoint({
    id: "editStep",
    method: "PATCH",
    path: "/steps/{id}",
    tag: "products",
    access: "write",
    versioned: true,
    summary:
      "Changes a step (merge; products and pictures are replaced as a whole). pictures puts those it has in another order or takes some off. Quotes made from it stay as they are.",
    params: idParams,
    body: z
      .object({ ...stepFields, pictures: z.array(id).max(MOST_PICTURES) })
      .partial()
      .meta({ id: "StepChange" }),
    returns: step,
    refuses: refusesEdit,
  }),
  deleteStep: endpoint({
    id: "deleteStep",
    method: "DELETE",
    path: "/steps/{id}",
    tag: "products",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Takes a step out of the catalogue; quotes made from it stay, trip templates leave it out. It can be brought back.",
    params: idParams,
    refuses: refusesEdit,
  }),
  restoreStep: endpoint({
    id: "restoreStep",
    method: "POST",
    path: "/steps/{id}/restore",
    tag: "products",
    access: "write",
    summary: "Brings a deleted step back.",
    params: idParams,
    body: z.object({}).default({}),
    returns: step,
    refuses: ["request.forbidden", "request.notFound"],
  }),
  addStepPicture: endpoint({
    id: "addStepPicture",
    method: "POST",
    path: "/steps/{id}/pictures",
    tag: "products",
    access: "write",
    status: 201,
    raw: "multipart/form-data",
    takes: "file",
    summary:
      "Adds a picture after the others, as the field `file` of a form or as the body (application/octet-stream, its name in `fileName`): PNG, JPEG, GIF or WebP by its bytes, whatever its name says.",
    params: idParams,
    query: z.object({ fileName: z.string().max(1000).optional() }),
    returns: step,
    refuses: ["request.forbidden", "request.notFound", "request.invalid", "request.tooLarge", "files.unavailable"],
  }),
  downloadStepPicture: endpoint({
    id: "downloadStepPicture",
    method: "GET",
    path: "/steps/{id}/pictures/{pictureId}",
    tag: "products",
    access: "read",
    raw: "application/octet-stream",
    summary: "The bytes of a picture, whole or a range; shown in a browser.",
    params: pictureParams,
    refuses: ["request.notFound", "file.gone", "files.unavailable"],
  }),
  showStepThumbnail: endpoint({
    id: "showStepThumbnail",
    method: "GET",
    path: "/steps/{id}/pictures/{pictureId}/thumbnail",
    tag: "products",
    access: "read",
    raw: "image/webp",
    summary: "A small copy of a picture, 320 pixels at most.",
    params: pictureParams,
    refuses: ["request.notFound"],
  }),
};

export type Step = z.output<typeof step>;
