import { z } from "zod";
import { endpoint } from "#contract/endpoint.ts";
import { password, signedIn } from "#contract/me.ts";

export const passwordResetEndpoints = {
  requestPasswordReset: endpoint({
    id: "requestPasswordReset",
    method: "POST",
    path: "/password-resets",
    tag: "sessions",
    access: "write",
    session: "none",
    status: 202,
    summary: "Sends a reset link if the address is known (same answer if not).",
    body: z.object({ email: z.string().max(254) }),
    refuses: ["request.tooMany"],
  }),
  resetPassword: endpoint({
    id: "resetPassword",
    method: "POST",
    path: "/password-resets/{token}",
    tag: "sessions",
    access: "write",
    session: "none",
    summary: "Sets a new password by a reset link; signs in; ends all other sessions.",
    params: z.object({ token: z.string().max(200) }),
    body: z.object({ password }),
    returns: signedIn,
    refuses: ["link.unusable", "credentials.weak", "request.tooMany"],
  }),
};
