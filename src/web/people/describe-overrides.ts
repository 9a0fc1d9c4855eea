import { MODULES, type Rights } from "#domain/shared/actor.ts";
import type { RightOverrides } from "#domain/user/rights.ts";
import type { Words } from "#words/en.ts";

type People = Words["people"];
export type RightKey = keyof Rights;

/** "Contacts", "Export" */
export function rightName(key: RightKey, { module, user }: People): string {
  if (key === "scope") return user.scope;
  if (key === "export" || key === "costs" || key === "users") return user[key];
  return module[key];
}

/** "Write", "On", "Team" */
export function rightValue(value: Rights[RightKey], { right, scope, user }: People): string {
  if (typeof value === "boolean") return value ? user.on : user.off;
  return value === "own" || value === "team" || value === "all" ? scope[value] : right[value];
}

/** "Contacts: Write, Export: On" */
export function overridesText(overrides: RightOverrides, people: People): string {
  const keys: RightKey[] = [...MODULES, "scope", "export", "costs", "users"];
  return keys
    .flatMap((key) =>
      overrides[key] === undefined
        ? []
        : [people.user.default({ role: rightName(key, people), right: rightValue(overrides[key], people) })],
    )
    .join(", ");
}
