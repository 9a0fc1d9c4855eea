import { z } from "zod";
import { phoneOut } from "#contract/client.ts";
import { country, id, idParams, listQuery, optionalText, pageOf, text, website } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";

const refusesEdit = ["request.forbidden", "request.notFound", "record.stale", "request.preconditionRequired", "request.invalid"] as const;

export const supplier = z
  .object({
    id,
    name: z.string(),
    country: z.string().nullable(),
    city: z.string().nullable(),
    email: z.string().nullable(),
    phone: phoneOut.nullable(),
    website: z.string().nullable(),
    notes: z.string().nullable(),
    products: z.int(),
    can: z.object({ edit: z.boolean(), delete: z.boolean() }),
    version: z.int(),
  })
  .meta({ id: "Supplier" });

const supplierFields = {
  name: text(200),
  country: country.nullable(),
  city: optionalText(120),
  email: z.email().max(254).nullable(),
  phone: optionalText(40),
  website,
  notes: optionalText(5000),
};

export const supplierEndpoints = {
  listSuppliers: endpoint({
    id: "listSuppliers",
    method: "GET",
    path: "/suppliers",
    tag: "products",
    access: "read",
    summary: "Suppliers by name.",
    query: z.object(listQuery),
    returns: pageOf(supplier),
    refuses: ["request.forbidden", "cursor.mismatch", "request.invalid"],
  }),
  showSupplier: endpoint({
    id: "showSupplier",
    method: "GET",
    path: "/suppliers/{id}",
    tag: "products",
    access: "read",
    summary: "One supplier.",
    params: idParams,
    returns: supplier,
    refuses: ["request.notFound"],
  }),
  createSupplier: endpoint({
    id: "createSupplier",
    method: "POST",
    path: "/suppliers",
    tag: "products",
    access: "write",
    status: 201,
    summary: "Creates a supplier. Only name is required.",
    body: z.object(supplierFields).partial().required({ name: true }).meta({ id: "NewSupplier" }),
    returns: supplier,
    refuses: ["request.forbidden", "request.invalid", "name.taken"],
  }),
  editSupplier: endpoint({
    id: "editSupplier",
    method: "PATCH",
    path: "/suppliers/{id}",
    tag: "products",
    access: "write",
    versioned: true,
    summary: "Changes a supplier (merge).",
    params: idParams,
    body: z.object(supplierFields).partial().meta({ id: "SupplierChange" }),
    returns: supplier,
    refuses: [...refusesEdit, "name.taken"],
  }),
  deleteSupplier: endpoint({
    id: "deleteSupplier",
    method: "DELETE",
    path: "/suppliers/{id}",
    tag: "products",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes a supplier no product of the catalogue comes from; undoable.",
    params: idParams,
    refuses: [...refusesEdit, "record.inUse"],
  }),
};

export type Supplier = z.output<typeof supplier>;
