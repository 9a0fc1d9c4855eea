import { z } from "zod";
import { id, idParams, instant, reference, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";

export const message = z
  .object({
    id,
    author: reference,
    /** Markdown. A person is mentioned as @[Name](user:id). */
    body: z.string(),
    mentions: z.array(reference),
    pinned: z.object({ at: instant, by: reference }).nullable(),
    editedAt: instant.nullable(),
    opportunity: z.object({ id, name: z.string(), number: z.string() }).nullable(),
    client: reference.nullable(),
    contactId: id.nullable(),
    can: z.object({ edit: z.boolean(), pin: z.boolean() }),
    createdAt: instant,
    version: z.int(),
  })
  .meta({ id: "Message" });

const body = z.object({ body: text(20_000) });
const page = z.object({
  data: z.array(message),
  /** The pinned ones, wherever they stand, newest first. */
  pinned: z.array(message),
  page: z.object({ nextCursor: z.string().nullable() }),
  total: z.int(),
});
const pageQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(500).optional() });
const refusesEdit = ["request.forbidden", "request.notFound", "record.stale", "request.preconditionRequired", "request.invalid"] as const;

const listOf = <const Id extends string, const Path extends `/${string}`>(name: Id, path: Path, summary: string) =>
  endpoint({
    id: name,
    method: "GET",
    path,
    tag: "messages",
    access: "read",
    summary,
    params: idParams,
    query: pageQuery,
    returns: page,
    refuses: ["request.forbidden", "request.notFound", "request.invalid"],
  });

const writeOn = <const Id extends string, const Path extends `/${string}`>(name: Id, path: Path, summary: string) =>
  endpoint({
    id: name,
    method: "POST",
    path,
    tag: "messages",
    access: "write",
    status: 201,
    summary,
    params: idParams,
    body: body.meta({ id: "NewMessage" }),
    returns: message,
    refuses: ["request.forbidden", "request.notFound", "request.invalid"],
  });

const mentionableOn = <const Id extends string, const Path extends `/${string}`>(name: Id, path: Path) =>
  endpoint({
    id: name,
    method: "GET",
    path,
    tag: "messages",
    access: "read",
    summary: "The people who may see this record, and so can be mentioned.",
    params: idParams,
    returns: z.object({ data: z.array(reference) }),
    refuses: ["request.forbidden", "request.notFound"],
  });

const pinning = <const Id extends string, const Path extends `/${string}`>(name: Id, path: Path, summary: string) =>
  endpoint({
    id: name,
    method: "POST",
    path,
    tag: "messages",
    access: "write",
    summary,
    params: idParams,
    body: z.object({}).default({}),
    returns: message,
    refuses: ["request.forbidden", "request.notFound"],
  });

export const messageEndpoints = {
  listOpportunityMessages: listOf(
    "listOpportunityMessages",
    "/opportunities/{id}/messages",
    "Messages and notes on an opportunity, newest first. Never shown to clients.",
  ),
  listClientMessages: listOf(
    "listClientMessages",
    "/clients/{id}/messages",
    "Messages on a client and on its opportunities you may see, newest first.",
  ),
  listContactMessages: listOf("listContactMessages", "/contacts/{id}/messages", "Messages on a contact, newest first."),
  writeOpportunityMessage: writeOn(
    "writeOpportunityMessage",
    "/opportunities/{id}/messages",
    "Writes a message on an opportunity; it is a touch.",
  ),
  writeClientMessage: writeOn("writeClientMessage", "/clients/{id}/messages", "Writes a message on a client."),
  writeContactMessage: writeOn("writeContactMessage", "/contacts/{id}/messages", "Writes a message on a contact."),
  listOpportunityMentionable: mentionableOn("listOpportunityMentionable", "/opportunities/{id}/mentionable"),
  listClientMentionable: mentionableOn("listClientMentionable", "/clients/{id}/mentionable"),
  listContactMentionable: mentionableOn("listContactMentionable", "/contacts/{id}/mentionable"),
  editMessage: endpoint({
    id: "editMessage",
    method: "PATCH",
    path: "/messages/{id}",
    tag: "messages",
    access: "write",
    versioned: true,
    summary: "Changes the text of a message; the former text stays in its history.",
    params: idParams,
    body: body.meta({ id: "MessageChange" }),
    returns: message,
    refuses: refusesEdit,
  }),
  deleteMessage: endpoint({
    id: "deleteMessage",
    method: "DELETE",
    path: "/messages/{id}",
    tag: "messages",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes a message; it can be brought back by undo for 30 days.",
    params: idParams,
    refuses: refusesEdit,
  }),
  pinMessage: pinning("pinMessage", "/messages/{id}/pin", "Pins a message above the others."),
  unpinMessage: pinning("unpinMessage", "/messages/{id}/unpin", "Unpins a message."),
  showMessageHistory: endpoint({
    id: "showMessageHistory",
    method: "GET",
    path: "/messages/{id}/history",
    tag: "messages",
    access: "read",
    summary: "Every text a message had, newest first.",
    params: idParams,
    returns: z.object({ data: z.array(z.object({ version: z.int(), body: z.string(), at: instant, by: reference })) }),
    refuses: ["request.notFound"],
  }),
};

export type Message = z.output<typeof message>;
