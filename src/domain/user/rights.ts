/** Roles are starting points; an administrator overrides a right for one user. Higher rights include lower ones. */
import { MODULES, RIGHTS, SCOPES, type Module, type Right, type Rights, type Role, type Scope } from "#domain/shared/actor.ts";

export type RightOverrides = Partial<Rights>;

type Row = {
  readonly scope: Scope;
  readonly sales: Right;
  readonly directory: Right;
  readonly settings: Right;
  readonly export: boolean;
  readonly costs: boolean;
  readonly users: boolean;
};

const DEFAULTS: Readonly<Record<Role, Row>> = {
  administrator: { scope: "all", sales: "delete", directory: "delete", settings: "write", export: true, costs: true, users: true },
  manager: { scope: "team", sales: "delete", directory: "delete", settings: "none", export: true, costs: true, users: false },
  seller: { scope: "own", sales: "delete", directory: "write", settings: "none", export: false, costs: true, users: false },
  reader: { scope: "team", sales: "read", directory: "read", settings: "none", export: false, costs: false, users: false },
};

export function defaultRights(role: Role): Rights {
  const row = DEFAULTS[role];
  return {
    opportunities: row.sales,
    activities: row.sales,
    quotes: row.sales,
    proposals: row.sales,
    trips: row.sales,
    clients: row.directory,
    contacts: row.directory,
    reports: "read",
    settings: row.settings,
    scope: row.scope,
    export: row.export,
    costs: row.costs,
    users: row.users,
  };
}

export function effectiveRights(role: Role, overrides: RightOverrides): Rights {
  return { ...defaultRights(role), ...overrides };
}

/** Only what differs from the role's own rights is an override. */
export function realOverrides(role: Role, overrides: RightOverrides): RightOverrides {
  const defaults = defaultRights(role);
  return Object.fromEntries(Object.entries(overrides).filter(([key, value]) => defaults[key as keyof Rights] !== value));
}

export function atLeast(right: Right, wanted: Right): boolean {
  return RIGHTS.indexOf(right) >= RIGHTS.indexOf(wanted);
}

export function may(actor: { readonly rights: Rights }, module: Module, wanted: Right): boolean {
  return atLeast(actor.rights[module], wanted);
}

export const RIGHT_KEYS: readonly (keyof Rights)[] = [...MODULES, "scope", "export", "costs", "users"];

export function noRights(): Rights {
  const none = Object.fromEntries(MODULES.map((module) => [module, "none"])) as { [M in Module]: Right };
  return { ...none, scope: "own", export: false, costs: false, users: false };
}

/** Whether, of what is more in `wanted` than in `had`, nothing goes beyond `held`. */
export function holdsAsMuch(held: Rights, wanted: Rights, had: Rights): boolean {
  return RIGHT_KEYS.every((key) => rank(wanted[key]) <= Math.max(rank(held[key]), rank(had[key])));
}

function rank(value: Right | Scope | boolean): number {
  if (typeof value === "boolean") return value ? 1 : 0;
  const scope = SCOPES.findIndex((one) => one === value);
  return scope >= 0 ? scope : RIGHTS.findIndex((one) => one === value);
}
