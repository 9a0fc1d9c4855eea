import { z } from "zod";
import {
  country,
  currency,
  day,
  decimal,
  flag,
  id,
  idParams,
  instant,
  listQuery,
  money,
  optionalText,
  pageOf,
  positiveDecimal,
  reference,
  several,
  text,
} from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { LINE_UNITS } from "#domain/product/product-line.ts";
import { PRODUCT_CATEGORIES, QUANTITY_TYPES } from "#domain/product/product.ts";

export const PRODUCT_SORTS = ["name", "updatedAt"] as const;

const pricePeriod = z
  .object({
    from: day,
    until: day,
    /** 1 Monday … 7 Sunday; null is every day. */
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).readonly().nullable(),
    cost: positiveDecimal.nullable(),
    price: positiveDecimal.nullable(),
    currency: currency.nullable(),
    quantityType: z.enum(QUANTITY_TYPES).nullable(),
    allotment: optionalText(500),
  })
  .meta({
    id: "PricePeriod",
    description:
      "Both days belong to the period; weekdays 1 Monday … 7 Sunday, null every day. currency and quantityType are the product's when null. cost is null without the right to costs. Of periods that hold a day the one of fewest days counts, then of fewest weekdays, then the one that begins last.",
  });

/** What is not said is as the product has it. */
const newPricePeriod = pricePeriod
  .extend({
    weekdays: pricePeriod.shape.weekdays.default(null),
    cost: pricePeriod.shape.cost.default(null),
    price: pricePeriod.shape.price.default(null),
    currency: pricePeriod.shape.currency.default(null),
    quantityType: pricePeriod.shape.quantityType.default(null),
    allotment: pricePeriod.shape.allotment.default(null),
  })
  .meta({ id: "NewPricePeriod" });

export const product = z
  .object({
    id,
    name: z.string(),
    publicName: z.string().nullable(),
    category: z.enum(PRODUCT_CATEGORIES),
    supplier: reference.nullable(),
    destination: z.object({ country: z.string().nullable(), place: z.string().nullable() }),
    quantityType: z.enum(QUANTITY_TYPES),
    capacity: z.int().nullable(),
    currency,
    unitCost: decimal.nullable(),
    unitPrice: decimal.nullable(),
    periods: z.array(pricePeriod),
    notes: z.string().nullable(),
    can: z.object({ edit: z.boolean(), delete: z.boolean() }),
    createdAt: instant,
    updatedAt: instant,
    deletedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: "Product" });

const productFields = {
  name: text(200),
  publicName: optionalText(200),
  category: z.enum(PRODUCT_CATEGORIES),
  supplierId: id.nullable(),
  destination: z.object({ country: country.nullable(), place: optionalText(120) }),
  quantityType: z.enum(QUANTITY_TYPES),
  capacity: z.int().min(1).max(100_000).nullable(),
  currency,
  unitCost: positiveDecimal.nullable(),
  unitPrice: positiveDecimal.nullable(),
  periods: z.array(newPricePeriod).max(200),
  notes: optionalText(5000),
};

/** A line of the products panel. Figures are decimal strings in the opportunity's currency. */
export const productLine = z
  .object({
    id,
    position: z.int(),
    product: reference.nullable(),
    supplier: reference.nullable(),
    name: z.string(),
    unit: z.enum(LINE_UNITS),
    quantity: z.string(),
    unitPrice: decimal,
    unitCost: decimal.nullable(),
    discountPercent: z.string(),
    isSupplement: z.boolean(),
    total: money,
    cost: money.nullable(),
    marginPercent: z.string().nullable(),
    /** The catalogue's price was in another currency: what it was, and the rate used. */
    convertedFrom: z.object({ price: z.string(), currency, rate: z.string() }).nullable(),
    /** The catalogue's product has price periods and none holds the departure. */
    outsidePeriods: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "ProductLine" });

export const productPanel = z
  .object({
    data: z.array(productLine),
    /** Null while there is no line; cost and margin are null without the right, or while a line has no cost. */
    totals: z.object({
      count: z.int(),
      total: money.nullable(),
      cost: money.nullable(),
      margin: money.nullable(),
      marginPercent: z.string().nullable(),
      perPerson: money.nullable(),
      withoutCost: z.int(),
      withoutSupplier: z.int(),
    }),
    opportunityVersion: z.int(),
  })
  .meta({ id: "ProductPanel" });

const quantity = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,3})?$/, { error: "value.format" })
  .meta({ example: "36" });
const discountPercent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, { error: "value.format" })
  .meta({ example: "10" });

const lineFields = {
  name: text(200),
  supplierId: id.nullable(),
  unit: z.enum(LINE_UNITS),
  quantity,
  unitPrice: decimal,
  unitCost: positiveDecimal.nullable(),
  discountPercent,
  isSupplement: z.boolean(),
};

const newLine = z
  .object({ ...lineFields, productId: id })
  .partial()
  .meta({ id: "NewProductLine", description: "From the catalogue (productId; what is given overrides it) or free (name is required)." });

const lineParams = z.object({ id, lineId: id });
const refusesEdit = ["request.forbidden", "request.notFound", "record.stale", "request.preconditionRequired", "request.invalid"] as const;

/** What the list of products asks, and its file. */
export const productFilters = {
  q: listQuery.q,
  supplierId: several(id).optional(),
  category: several(z.enum(PRODUCT_CATEGORIES)).optional(),
  country: several(country).optional(),
  deleted: flag.optional(),
};

export const productEndpoints = {
  listProducts: endpoint({
    id: "listProducts",
    method: "GET",
    path: "/products",
    tag: "products",
    access: "read",
    summary: `The catalogue. Sort by at most two of: ${PRODUCT_SORTS.join(", ")}.`,
    query: z.object({
      ...listQuery,
      ...productFilters,
      sort: z.string().max(100).default("name"),
    }),
    returns: pageOf(product),
    refuses: ["request.forbidden", "cursor.mismatch", "request.invalid"],
  }),
  showProduct: endpoint({
    id: "showProduct",
    method: "GET",
    path: "/products/{id}",
    tag: "products",
    access: "read",
    summary: "One product of the catalogue.",
    params: idParams,
    returns: product,
    refuses: ["request.notFound"],
  }),
  createProduct: endpoint({
    id: "createProduct",
    method: "POST",
    path: "/products",
    tag: "products",
    access: "write",
    status: 201,
    summary: "Adds a product to the catalogue. Only name is required.",
    body: z.object(productFields).partial().required({ name: true }).meta({ id: "NewProduct" }),
    returns: product,
    refuses: ["request.forbidden", "request.invalid"],
  }),
  editProduct: endpoint({
    id: "editProduct",
    method: "PATCH",
    path: "/products/{id}",
    tag: "products",
    access: "write",
    versioned: true,
    summary: "Changes a product (merge; periods are replaced as a whole). Lines made from it stay as they are.",
    params: idParams,
    body: z.object(productFields).partial().meta({ id: "ProductChange" }),
    returns: product,
    refuses: refusesEdit,
  }),
  deleteProduct: endpoint({
    id: "deleteProduct",
    method: "DELETE",
    path: "/products/{id}",
    tag: "products",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Takes a product out of the catalogue; lines made from it stay. Undoable.",
    params: idParams,
    refuses: refusesEdit,
  }),
  listProductLines: endpoint({
    id: "listProductLines",
    method: "GET",
    path: "/opportunities/{id}/products",
    tag: "opportunities",
    access: "read",
    summary: "The products of an opportunity with their total, cost and margin.",
    params: idParams,
    returns: productPanel,
    refuses: ["request.notFound"],
  }),
  addProductLines: endpoint({
    id: "addProductLines",
    method: "POST",
    path: "/opportunities/{id}/products",
    tag: "opportunities",
    access: "write",
    summary: "Adds lines, from the catalogue or free, at a place or at the end. An amount that follows the products moves with them.",
    params: idParams,
    body: z.object({ lines: z.array(newLine).min(1).max(200), at: z.int().min(0).max(1000).optional() }),
    returns: productPanel,
    refuses: ["request.forbidden", "request.notFound", "request.invalid"],
  }),
  editProductLine: endpoint({
    id: "editProductLine",
    method: "PATCH",
    path: "/opportunities/{id}/products/{lineId}",
    tag: "opportunities",
    access: "write",
    summary: "Changes a line (merge), or its place by position.",
    params: lineParams,
    body: z
      .object({ ...lineFields, position: z.int().min(0).max(1000) })
      .partial()
      .meta({ id: "ProductLineChange" }),
    returns: productPanel,
    refuses: ["request.forbidden", "request.notFound", "request.invalid"],
  }),
  removeProductLine: endpoint({
    id: "removeProductLine",
    method: "DELETE",
    path: "/opportunities/{id}/products/{lineId}",
    tag: "opportunities",
    access: "write",
    summary: "Removes a line; undoable.",
    params: lineParams,
    returns: productPanel,
    refuses: ["request.forbidden", "request.notFound"],
  }),
};

export type Product = z.output<typeof product>;
export type ProductLineOut = z.output<typeof productLine>;
export type ProductPanel = z.output<typeof productPanel>;
