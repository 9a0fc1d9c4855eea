import { z } from "zod";
import { id, idParams, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { refusesEdit } from "#contract/problem.ts";
import { MOST_TAGS, TAG_LENGTH } from "#domain/tag/tags.ts";

const used = z.int().nullable();

export const tag = z
  .object({
    id,
    name: z.string(),
    /** Records you may see that have it; null of a module you may not read. */
    usage: z.object({ opportunities: used, clients: used, contacts: used }),
    version: z.int(),
  })
  .meta({ id: "Tag" });

/** The tags a record has: the whole list. */
export const tagIds = z.array(id).max(MOST_TAGS);

/** Files write the tags of a record with commas or semicolons between them. */
const body = z.object({ name: text(TAG_LENGTH).regex(/^[^,;]*$/) });

export const tagEndpoints = {
  listTags: endpoint({
    id: "listTags",
    method: "GET",
    path: "/tags",
    tag: "tags",
    access: "read",
    summary: "The tags of opportunities, clients and contacts, by name, with how many records have each.",
    returns: z.object({ data: z.array(tag) }),
    refuses: ["request.forbidden"],
  }),
  createTag: endpoint({
    id: "createTag",
    method: "POST",
    path: "/tags",
    tag: "tags",
    access: "write",
    status: 201,
    summary: "Adds a tag. Whoever writes opportunities, clients or contacts may.",
    body,
    returns: tag,
    refuses: ["request.forbidden", "request.invalid", "name.taken"],
  }),
  editTag: endpoint({
    id: "editTag",
    method: "PATCH",
    path: "/tags/{id}",
    tag: "tags",
    access: "write",
    versioned: true,
    summary: "Renames a tag, on every record that has it.",
    params: idParams,
    body: body.partial(),
    returns: tag,
    refuses: [...refusesEdit, "name.taken"],
  }),
  deleteTag: endpoint({
    id: "deleteTag",
    method: "DELETE",
    path: "/tags/{id}",
    tag: "tags",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes a tag: no record has it any more. Undoable: every record has it again.",
    params: idParams,
    refuses: refusesEdit,
  }),
  mergeTag: endpoint({
    id: "mergeTag",
    method: "POST",
    path: "/tags/{id}/merge",
    tag: "tags",
    access: "write",
    summary: "Merges a tag into another: every record that has it has the other instead. Answers the other. Undoable.",
    params: idParams,
    body: z.object({ intoId: id }),
    returns: tag,
    refuses: ["request.forbidden", "request.notFound", "request.invalid"],
  }),
};

export type Tag = z.output<typeof tag>;
