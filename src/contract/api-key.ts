import { z } from "zod";
import { id, idParams, instant, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";

export const apiKeyEndpoints = {
  listKeys: endpoint({
    id: "listKeys",
    method: "GET",
    path: "/api-keys",
    tag: "people",
    access: "read",
    summary: "Your API keys.",
    returns: z.object({ data: z.array(z.object({ id, name: z.string(), hint: z.string(), readOnly: z.boolean(), createdAt: instant })) }),
    refuses: [],
  }),
  createKey: endpoint({
    id: "createKey",
    method: "POST",
    path: "/api-keys",
    tag: "people",
    access: "write",
    status: 201,
    secret: "key",
    summary: "Creates an API key that acts as you; the key is answered once (empty when the same request is repeated).",
    body: z.object({ name: text(80), readOnly: z.boolean().default(false) }),
    returns: z.object({ id, name: z.string(), key: z.string() }),
    refuses: ["request.invalid"],
  }),
  revokeKey: endpoint({
    id: "revokeKey",
    method: "DELETE",
    path: "/api-keys/{id}",
    tag: "people",
    access: "write",
    status: 204,
    summary: "Revokes one of your API keys.",
    params: idParams,
    refuses: ["request.notFound"],
  }),
};
