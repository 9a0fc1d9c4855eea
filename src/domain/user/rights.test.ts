import { expect, test } from "vitest";
import { ROLES } from "#domain/shared/actor.ts";
import { atLeast, defaultRights, effectiveRights, may, realOverrides, RIGHT_KEYS } from "#domain/user/rights.ts";

const sales = ["opportunities", "activities", "quotes", "proposals", "trips"] as const;

test("the rights of each role are those decided", () => {
  const rows = ROLES.map((role) => {
    const rights = defaultRights(role);
    expect(sales.every((module) => rights[module] === rights.opportunities)).toBe(true);
    expect(rights.contacts).toBe(rights.clients);
    const { scope, opportunities, clients, reports, settings, export: mayExport, costs, users } = rights;
    return [role, scope, opportunities, clients, reports, settings, mayExport, costs, users];
  });
  expect(rows).toEqual([
    ["administrator", "all", "delete", "delete", "read", "write", true, true, true],
    ["manager", "team", "delete", "delete", "read", "none", true, true, false],
    ["seller", "own", "delete", "write", "read", "none", false, true, false],
    ["reader", "team", "read", "read", "read", "none", false, false, false],
  ]);
});

test("an override replaces one right of one user, the others stay the role's", () => {
  const rights = effectiveRights("seller", { scope: "team", contacts: "none" });
  expect(rights).toEqual({ ...defaultRights("seller"), scope: "team", contacts: "none" });
});

test("an override equal to the role's own right is none", () => {
  expect(realOverrides("seller", { scope: "own", export: true })).toEqual({ export: true });
});

test("higher rights include lower ones", () => {
  expect(atLeast("delete", "read")).toBe(true);
  expect(atLeast("read", "write")).toBe(false);
  expect(atLeast("none", "none")).toBe(true);
  expect(may({ rights: defaultRights("reader") }, "clients", "write")).toBe(false);
});

test("every right has its key", () => {
  expect([...RIGHT_KEYS].sort()).toEqual(Object.keys(defaultRights("reader")).sort());
});
