import type { Id } from "#domain/shared/id.ts";

export const MODULES = [
  "opportunities",
  "clients",
  "contacts",
  "quotes",
  "proposals",
  "trips",
  "activities",
  "reports",
  "settings",
] as const;
export type Module = (typeof MODULES)[number];

/** Higher rights include lower ones. */
export const RIGHTS = ["none", "read", "write", "delete"] as const;
export type Right = (typeof RIGHTS)[number];

export const SCOPES = ["own", "team", "all"] as const;
export type Scope = (typeof SCOPES)[number];

export const ROLES = ["administrator", "manager", "seller", "reader"] as const;
export type Role = (typeof ROLES)[number];

export type Rights = { readonly [M in Module]: Right } & {
  readonly scope: Scope;
  readonly export: boolean;
  readonly costs: boolean;
  readonly users: boolean;
};

export const LOCALES = ["en", "fr", "it"] as const;
export type Locale = (typeof LOCALES)[number];

/** Who asks, with everything a permission may depend on. */
export type Actor = {
  readonly workspaceId: Id;
  readonly userId: Id;
  readonly name: string;
  readonly role: Role;
  readonly rights: Rights;
  /** The actor's own teams, the first one first. */
  readonly teamIds: readonly Id[];
  /** Members of those teams, the actor included: whose opportunities a team scope shows. */
  readonly mateIds: readonly Id[];
  readonly locale: Locale;
};
