import { z } from "zod";
import { email, id, idParams, instant, language, optionalText, reference, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { password, signedIn } from "#contract/me.ts";
import { ROLES } from "#domain/shared/actor.ts";

const invitation = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    teams: z.array(reference),
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: "Invitation" });
export const invitationEndpoints = {
  listInvitations: endpoint({
    id: "listInvitations",
    method: "GET",
    path: "/invitations",
    tag: "people",
    access: "read",
    summary: "Invitations not yet accepted.",
    returns: z.object({ data: z.array(invitation) }),
    refuses: ["request.forbidden"],
  }),
  invite: endpoint({
    id: "invite",
    method: "POST",
    path: "/invitations",
    tag: "people",
    access: "write",
    status: 201,
    secret: "link",
    summary:
      "Invites a person; the link is answered once (empty when the same request is repeated), and sent by e-mail when mail is set up.",
    body: z.object({
      email,
      name: optionalText(120).optional(),
      role: z.enum(ROLES),
      teamIds: z.array(id).max(50).optional(),
      language: language.optional(),
    }),
    returns: invitation.extend({ link: z.string(), mailed: z.boolean() }),
    refuses: ["request.forbidden", "email.taken", "request.invalid"],
  }),
  withdrawInvitation: endpoint({
    id: "withdrawInvitation",
    method: "DELETE",
    path: "/invitations/{id}",
    tag: "people",
    access: "write",
    status: 204,
    summary: "Withdraws an invitation.",
    params: idParams,
    refuses: ["request.forbidden", "request.notFound"],
  }),
  showInvitation: endpoint({
    id: "showInvitation",
    method: "GET",
    path: "/invitation-links/{token}",
    tag: "sessions",
    access: "read",
    session: "none",
    summary: "What an invitation link offers.",
    params: z.object({ token: z.string().max(200) }),
    returns: z.object({ email: z.string(), name: z.string(), role: z.enum(ROLES), workspace: z.string(), language }),
    refuses: ["link.unusable", "request.tooMany"],
  }),
  acceptInvitation: endpoint({
    id: "acceptInvitation",
    method: "POST",
    path: "/invitation-links/{token}",
    tag: "sessions",
    access: "write",
    session: "none",
    status: 201,
    summary: "Accepts an invitation: name and password; signs in.",
    params: z.object({ token: z.string().max(200) }),
    body: z.object({ name: text(120), password, language: language.optional() }),
    returns: signedIn,
    refuses: ["link.unusable", "credentials.weak", "email.taken", "request.tooMany"],
  }),
};
