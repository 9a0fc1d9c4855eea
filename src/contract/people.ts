import { z } from "zod";
import { country, currency, email, id, idParams, instant, language, optionalText, reference, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { MODULES, RIGHTS, ROLES, SCOPES } from "#domain/shared/actor.ts";

const right = z.enum(RIGHTS);
const moduleRights = Object.fromEntries(MODULES.map((name) => [name, right])) as { [M in (typeof MODULES)[number]]: typeof right };
export const rights = z.object({ ...moduleRights, scope: z.enum(SCOPES), export: z.boolean(), costs: z.boolean(), users: z.boolean() }).meta({ id: "Rights" });
export const rightOverrides = rights.partial().meta({ id: "RightOverrides" });

const preferences = { language, theme: z.enum(["system", "light", "dark"]), density: z.enum(["standard", "compact"]), singleKeys: z.boolean() };

export const me = z
  .object({
    id, name: z.string(), email: z.string(), role: z.enum(ROLES), rights, teams: z.array(reference), ...preferences,
    workspace: z.object({ id, name: z.string(), country: z.string(), language, currency, timezone: z.string(), today: z.string(), hasLogo: z.boolean(), isDemo: z.boolean(), version: z.int() }),
    administrators: z.array(z.string()),
    version: z.int(),
  })
  .meta({ id: "Me" });

const signedIn = z.object({ me });
const password = z.string().max(1024);
const session = z.object({ id, agent: z.string(), address: z.string(), createdAt: instant, lastSeenAt: instant, current: z.boolean() }).meta({ id: "Session" });

export const sessionEndpoints = {
  signIn: endpoint({ id: "signIn", method: "POST", path: "/sessions", tag: "sessions", access: "write", session: "none", status: 201, summary: "Signs in; sets the session cookie.", body: z.object({ email: z.string().max(254), password }), returns: signedIn, refuses: ["credentials.wrong", "request.tooMany"] }),
  signOut: endpoint({ id: "signOut", method: "DELETE", path: "/sessions", tag: "sessions", access: "write", status: 204, summary: "Ends this session.", refuses: [] }),
  listSessions: endpoint({ id: "listSessions", method: "GET", path: "/sessions", tag: "sessions", access: "read", summary: "Your open sessions.", returns: z.object({ data: z.array(session) }), refuses: [] }),
  endSession: endpoint({ id: "endSession", method: "DELETE", path: "/sessions/{id}", tag: "sessions", access: "write", status: 204, summary: "Ends one of your sessions.", params: idParams, refuses: ["request.notFound"] }),
  showMe: endpoint({ id: "showMe", method: "GET", path: "/me", tag: "me", access: "read", summary: "Who you are, what you may do, your agency.", returns: me, refuses: [] }),
  editMe: endpoint({ id: "editMe", method: "PATCH", path: "/me", tag: "me", access: "write", summary: "Changes your name and preferences.", body: z.object({ name: text(120), ...preferences }).partial(), returns: me, refuses: ["request.invalid"] }),
  changePassword: endpoint({ id: "changePassword", method: "PUT", path: "/me/password", tag: "me", access: "write", status: 204, summary: "Changes your password; ends your other sessions.", body: z.object({ current: password, password }), refuses: ["credentials.wrong", "credentials.weak", "request.tooMany"] }),
  requestPasswordReset: endpoint({ id: "requestPasswordReset", method: "POST", path: "/password-resets", tag: "sessions", access: "write", session: "none", status: 202, summary: "Sends a reset link if the address is known (same answer if not).", body: z.object({ email: z.string().max(254) }), refuses: ["request.tooMany"] }),
  resetPassword: endpoint({ id: "resetPassword", method: "POST", path: "/password-resets/{token}", tag: "sessions", access: "write", session: "none", summary: "Sets a new password by a reset link; signs in; ends all other sessions.", params: z.object({ token: z.string().max(200) }), body: z.object({ password }), returns: signedIn, refuses: ["link.unusable", "credentials.weak", "request.tooMany"] }),
  showInvitation: endpoint({ id: "showInvitation", method: "GET", path: "/invitation-links/{token}", tag: "sessions", access: "read", session: "none", summary: "What an invitation link offers.", params: z.object({ token: z.string().max(200) }), returns: z.object({ email: z.string(), name: z.string(), role: z.enum(ROLES), workspace: z.string(), language }), refuses: ["link.unusable", "request.tooMany"] }),
  acceptInvitation: endpoint({ id: "acceptInvitation", method: "POST", path: "/invitation-links/{token}", tag: "sessions", access: "write", session: "none", status: 201, summary: "Accepts an invitation: name and password; signs in.", params: z.object({ token: z.string().max(200) }), body: z.object({ name: text(120), password, language: language.optional() }), returns: signedIn, refuses: ["link.unusable", "credentials.weak", "email.taken", "request.tooMany"] }),
  showWelcome: endpoint({ id: "showWelcome", method: "GET", path: "/welcome/{token}", tag: "sessions", access: "read", session: "none", summary: "Whether the one-time welcome link still works, and whether database and mail are ready.", params: z.object({ token: z.string().max(200) }), returns: z.object({ database: z.boolean(), mail: z.boolean() }), refuses: ["link.unusable", "request.tooMany"] }),
  createAgency: endpoint({
    id: "createAgency", method: "POST", path: "/welcome/{token}", tag: "sessions", access: "write", session: "none", status: 201,
    summary: "Creates the agency and its administrator, empty or with the demo agency; signs in. Works once.",
    params: z.object({ token: z.string().max(200) }),
    body: z.object({
      agency: z.object({ name: text(120), country, language, currency, timezone: z.string().max(60), logo: z.string().max(700_000).nullable().optional() }),
      administrator: z.object({ name: text(120), email, password }),
      start: z.enum(["empty", "demo"]).default("empty"),
    }),
    returns: signedIn, refuses: ["link.unusable", "credentials.weak", "email.taken", "request.invalid", "request.tooMany"],
  }),
};

const user = z
  .object({ id, name: z.string(), email: z.string(), role: z.enum(ROLES), overrides: rightOverrides, rights, defaults: rights, teams: z.array(reference), language, active: z.boolean(), lastSeenAt: instant.nullable(), createdAt: instant, openOpportunities: z.int(), version: z.int() })
  .meta({ id: "User" });
const person = z.object({ id, name: z.string(), active: z.boolean(), teamIds: z.array(id) }).meta({ id: "Person" });
const invitation = z.object({ id, email: z.string(), name: z.string(), role: z.enum(ROLES), teams: z.array(reference), createdAt: instant, expiresAt: instant }).meta({ id: "Invitation" });
const team = z.object({ id, name: z.string(), members: z.array(reference), version: z.int() }).meta({ id: "Team" });
const refusesEdit = ["request.forbidden", "request.notFound", "record.stale", "request.preconditionRequired", "request.invalid"] as const;

export const peopleEndpoints = {
  listPeople: endpoint({ id: "listPeople", method: "GET", path: "/people", tag: "people", access: "read", summary: "Names of the members, to choose a manager from.", returns: z.object({ data: z.array(person) }), refuses: [] }),
  listUsers: endpoint({ id: "listUsers", method: "GET", path: "/users", tag: "people", access: "read", summary: "Users with role and rights. For those who manage users.", returns: z.object({ data: z.array(user) }), refuses: ["request.forbidden"] }),
  showUser: endpoint({ id: "showUser", method: "GET", path: "/users/{id}", tag: "people", access: "read", summary: "One user.", params: idParams, returns: user, refuses: ["request.forbidden", "request.notFound"] }),
  editUser: endpoint({
    id: "editUser", method: "PATCH", path: "/users/{id}", tag: "people", access: "write", versioned: true,
    summary: "Changes role, overrides, teams, name; disables or enables. Disabling ends the user's sessions.",
    params: idParams,
    body: z.object({ name: text(120), role: z.enum(ROLES), overrides: rightOverrides, teamIds: z.array(id).max(50), active: z.boolean(), giveOpportunitiesTo: id.nullable() }).partial(),
    returns: user, refuses: [...refusesEdit, "user.lastAdministrator"],
  }),
  endUserSessions: endpoint({ id: "endUserSessions", method: "DELETE", path: "/users/{id}/sessions", tag: "people", access: "write", status: 204, summary: "Ends every session of a user.", params: idParams, refuses: ["request.forbidden", "request.notFound"] }),
  listInvitations: endpoint({ id: "listInvitations", method: "GET", path: "/invitations", tag: "people", access: "read", summary: "Invitations not yet accepted.", returns: z.object({ data: z.array(invitation) }), refuses: ["request.forbidden"] }),
  invite: endpoint({ id: "invite", method: "POST", path: "/invitations", tag: "people", access: "write", status: 201, summary: "Invites a person; the link is answered once, and sent by e-mail when mail is set up.", body: z.object({ email, name: optionalText(120).optional(), role: z.enum(ROLES), teamIds: z.array(id).max(50).optional(), language: language.optional() }), returns: invitation.extend({ link: z.string(), mailed: z.boolean() }), refuses: ["request.forbidden", "email.taken", "request.invalid"] }),
  withdrawInvitation: endpoint({ id: "withdrawInvitation", method: "DELETE", path: "/invitations/{id}", tag: "people", access: "write", status: 204, summary: "Withdraws an invitation.", params: idParams, refuses: ["request.forbidden", "request.notFound"] }),
  listTeams: endpoint({ id: "listTeams", method: "GET", path: "/teams", tag: "people", access: "read", summary: "Teams with their members.", returns: z.object({ data: z.array(team) }), refuses: [] }),
  createTeam: endpoint({ id: "createTeam", method: "POST", path: "/teams", tag: "people", access: "write", status: 201, summary: "Creates a team.", body: z.object({ name: text(80), memberIds: z.array(id).max(500).optional() }), returns: team, refuses: ["request.forbidden", "request.invalid", "name.taken"] }),
  editTeam: endpoint({ id: "editTeam", method: "PATCH", path: "/teams/{id}", tag: "people", access: "write", versioned: true, summary: "Renames a team or sets its members.", params: idParams, body: z.object({ name: text(80), memberIds: z.array(id).max(500) }).partial(), returns: team, refuses: [...refusesEdit, "name.taken"] }),
  deleteTeam: endpoint({ id: "deleteTeam", method: "DELETE", path: "/teams/{id}", tag: "people", access: "write", versioned: true, status: 204, summary: "Deletes a team; its opportunities keep their manager and lose the team.", params: idParams, refuses: refusesEdit }),
  editWorkspace: endpoint({ id: "editWorkspace", method: "PATCH", path: "/workspace", tag: "settings", access: "write", versioned: true, summary: "Changes the agency.", body: z.object({ name: text(120), country, language, timezone: z.string().max(60), logo: z.string().max(700_000).nullable(), defaultRatePercent: z.string().regex(/^\d{1,3}(\.\d{1,4})?$/), defaultRateMode: z.enum(["markup", "margin"]) }).partial(), returns: z.object({ name: z.string(), country: z.string(), language, currency, timezone: z.string(), defaultRatePercent: z.string(), defaultRateMode: z.enum(["markup", "margin"]), hasLogo: z.boolean(), version: z.int() }), refuses: ["request.forbidden", "request.invalid", "record.stale", "request.preconditionRequired"] }),
  showWorkspace: endpoint({ id: "showWorkspace", method: "GET", path: "/workspace", tag: "settings", access: "read", summary: "The agency.", returns: z.object({ name: z.string(), country: z.string(), language, currency, timezone: z.string(), defaultRatePercent: z.string(), defaultRateMode: z.enum(["markup", "margin"]), hasLogo: z.boolean(), version: z.int() }), refuses: [] }),
  listKeys: endpoint({ id: "listKeys", method: "GET", path: "/api-keys", tag: "people", access: "read", summary: "Your API keys.", returns: z.object({ data: z.array(z.object({ id, name: z.string(), hint: z.string(), readOnly: z.boolean(), createdAt: instant })) }), refuses: [] }),
  createKey: endpoint({ id: "createKey", method: "POST", path: "/api-keys", tag: "people", access: "write", status: 201, summary: "Creates an API key that acts as you; the key is answered once.", body: z.object({ name: text(80), readOnly: z.boolean().default(false) }), returns: z.object({ id, name: z.string(), key: z.string() }), refuses: ["request.invalid"] }),
  revokeKey: endpoint({ id: "revokeKey", method: "DELETE", path: "/api-keys/{id}", tag: "people", access: "write", status: 204, summary: "Revokes one of your API keys.", params: idParams, refuses: ["request.notFound"] }),
};

export type Me = z.output<typeof me>;
export type User = z.output<typeof user>;
