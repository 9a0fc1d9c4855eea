import { z } from "zod";
import { id, idParams, instant } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { password, signedIn } from "#contract/me.ts";

const session = z
  .object({ id, agent: z.string(), address: z.string(), createdAt: instant, lastSeenAt: instant, current: z.boolean() })
  .meta({ id: "Session" });

export const sessionEndpoints = {
  signIn: endpoint({
    id: "signIn",
    method: "POST",
    path: "/sessions",
    tag: "sessions",
    access: "write",
    session: "none",
    status: 201,
    summary: "Signs in; sets the session cookie.",
    body: z.object({ email: z.string().max(254), password }),
    returns: signedIn,
    refuses: ["credentials.wrong", "request.tooMany"],
  }),
  signOut: endpoint({
    id: "signOut",
    method: "DELETE",
    path: "/sessions",
    tag: "sessions",
    access: "write",
    status: 204,
    summary: "Ends this session.",
    refuses: [],
  }),
  listSessions: endpoint({
    id: "listSessions",
    method: "GET",
    path: "/sessions",
    tag: "sessions",
    access: "read",
    summary: "Your open sessions.",
    returns: z.object({ data: z.array(session) }),
    refuses: [],
  }),
  endSession: endpoint({
    id: "endSession",
    method: "DELETE",
    path: "/sessions/{id}",
    tag: "sessions",
    access: "write",
    status: 204,
    summary: "Ends one of your sessions.",
    params: idParams,
    refuses: ["request.notFound"],
  }),
};
