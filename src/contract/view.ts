import { z } from "zod";
import { id, idParams, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { filterTree } from "#contract/filter.ts";
import { refusesEdit } from "#contract/problem.ts";
import { SHAPES, VIEW_RESOURCES, VISIBILITIES } from "#domain/view/view.ts";

const resource = z.enum(VIEW_RESOURCES);
const columns = z.array(z.string().min(1).max(80)).max(60).nullable();
const viewId = z.string().regex(/^([a-zA-Z]{2,30}|[0-9a-fA-F-]{36})$/);

export const view = z
  .object({
    /** A UUID, or the word of a view that comes with the product. */
    id: z.string(),
    resource,
    name: z.string(),
    builtIn: z.boolean(),
    /** It shows what asks for attention: its count is worth showing. */
    attention: z.boolean(),
    shape: z.enum(SHAPES),
    filter: filterTree,
    columns,
    sort: z.string().nullable(),
    visibility: z.enum(VISIBILITIES),
    teamId: id.nullable(),
    ownerId: id.nullable(),
    position: z.int(),
    /** Of whoever asks. */
    isDefault: z.boolean(),
    pinned: z.boolean(),
    /** `use`: none of its conditions is on values that may not be seen. */
    can: z.object({ edit: z.boolean(), delete: z.boolean(), use: z.boolean() }),
    version: z.int(),
  })
  .meta({ id: "View" });

export const viewCount = z.object({ id: z.string(), count: z.int() });
export type View = z.output<typeof view>;

const written = {
  name: text(80),
  shape: z.enum(SHAPES),
  filter: filterTree,
  columns,
  sort: z.string().max(100).nullable(),
  visibility: z.enum(VISIBILITIES),
  teamId: id.nullable(),
  /** The order of those that are seen alike. */
  position: z.int().min(0).max(10_000),
};

export const viewEndpoints = {
  listViews: endpoint({
    id: "listViews",
    method: "GET",
    path: "/views",
    tag: "views",
    access: "read",
    summary: "The views of a list, or of all lists you may read: those that come with the product, your own, your teams', everyone's.",
    query: z.object({ resource: resource.optional() }),
    returns: z.object({ data: z.array(view) }),
    refuses: ["request.forbidden"],
  }),
  countViews: endpoint({
    id: "countViews",
    method: "GET",
    path: "/views/counts",
    tag: "views",
    access: "read",
    summary: "How many records each view that is pinned or asks for attention shows you, up to 10,000.",
    query: z.object({ resource: resource.optional() }),
    returns: z.object({ data: z.array(viewCount) }),
    refuses: ["request.forbidden"],
  }),
  createView: endpoint({
    id: "createView",
    method: "POST",
    path: "/views",
    tag: "views",
    access: "write",
    status: 201,
    summary: "Saves a view. Your own; managers share with a team of theirs or everyone, administrators with any team.",
    body: z.object({
      resource: resource.default("opportunities"),
      name: written.name,
      shape: written.shape.default("list"),
      filter: written.filter,
      columns: written.columns.optional(),
      sort: written.sort.optional(),
      visibility: written.visibility.default("mine"),
      teamId: written.teamId.optional(),
      position: written.position.optional(),
    }),
    returns: view,
    refuses: ["request.forbidden", "request.invalid"],
  }),
  editView: endpoint({
    id: "editView",
    method: "PATCH",
    path: "/views/{id}",
    tag: "views",
    access: "write",
    versioned: true,
    summary: "Changes a view (merge): its owner, or an administrator if it is shared.",
    params: idParams,
    body: z.object(written).partial(),
    returns: view,
    refuses: refusesEdit,
  }),
  deleteView: endpoint({
    id: "deleteView",
    method: "DELETE",
    path: "/views/{id}",
    tag: "views",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes a view, for everyone it was shared with. Undoable; no record is touched.",
    params: idParams,
    refuses: refusesEdit,
  }),
  chooseView: endpoint({
    id: "chooseView",
    method: "PUT",
    path: "/views/{id}/choice",
    tag: "views",
    access: "write",
    summary: "What you make of a view: opened first, pinned in the menu. Nobody else is affected.",
    params: z.object({ id: viewId }),
    body: z.object({ isDefault: z.boolean().optional(), pinned: z.boolean().optional() }),
    returns: view,
    refuses: ["request.forbidden", "request.notFound", "request.invalid"],
  }),
};
