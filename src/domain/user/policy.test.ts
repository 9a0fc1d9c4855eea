import { expect, test } from "vitest";
import { mayChangeStanding, mayManageUsers, mayPutInTeams, wouldLeaveNoAdministrator, type Standing } from "#domain/user/policy.ts";
import { effectiveRights } from "#domain/user/rights.ts";
import type { Actor, Role } from "#domain/shared/actor.ts";
import { mayChangeSettings, mayReadSettings } from "#domain/workspace/policy.ts";
import { mayDeleteClients, mayReadClients, mayWriteClients } from "#domain/client/policy.ts";
import { mayDeleteContacts, mayReadContacts, mayWriteContacts } from "#domain/contact/policy.ts";

const anActor = (role: Role, overrides = {}): Actor => ({
  workspaceId: "w",
  userId: "me",
  name: "Me",
  role,
  rights: effectiveRights(role, overrides),
  teamIds: [],
  mateIds: ["me"],
  locale: "en",
});
const answers = (role: Role, questions: readonly ((actor: Actor) => boolean)[]): boolean[] => questions.map((ask) => ask(anActor(role)));

test("administrators manage users, and whoever was given the right", () => {
  expect(mayManageUsers(anActor("administrator"))).toBe(true);
  expect(mayManageUsers(anActor("manager"))).toBe(false);
  expect(mayManageUsers(anActor("manager", { users: true }))).toBe(true);
});

test("only administrators read and change settings, unless overridden", () => {
  expect(answers("administrator", [mayReadSettings, mayChangeSettings])).toEqual([true, true]);
  expect(answers("manager", [mayReadSettings, mayChangeSettings])).toEqual([false, false]);
  expect(mayChangeSettings(anActor("seller", { settings: "read" }))).toBe(false);
});

test("a seller writes clients and contacts but deletes none; a reader reads", () => {
  const questions = [mayReadClients, mayWriteClients, mayDeleteClients, mayReadContacts, mayWriteContacts, mayDeleteContacts];
  expect(answers("seller", questions)).toEqual([true, true, false, true, true, false]);
  expect(answers("reader", questions)).toEqual([true, false, false, true, false, false]);
});

test("the last active administrator who manages users can be neither disabled, demoted nor stripped of the right", () => {
  const users = [
    { id: "a", role: "administrator", overrides: {}, active: true },
    { id: "b", role: "reader", overrides: { users: true }, active: true },
  ] as const;
  expect(wouldLeaveNoAdministrator(users, { id: "a", active: false })).toBe(true);
  expect(wouldLeaveNoAdministrator(users, { id: "a", role: "manager" })).toBe(true);
  expect(wouldLeaveNoAdministrator(users, { id: "a", overrides: { users: false } })).toBe(true);
  expect(wouldLeaveNoAdministrator(users, { id: "b", active: false })).toBe(false);
  const third = { id: "c", role: "administrator", overrides: {}, active: true } as const;
  expect(wouldLeaveNoAdministrator([...users, third], { id: "a", active: false })).toBe(false);
});

const standing = (role: Role, overrides: Standing["overrides"] = {}, active = true): Standing => ({ role, overrides, active });
const keeper = anActor("manager", { users: true });

test("nobody gives a right that he does not hold, neither to himself nor to others", () => {
  const seller = standing("seller");
  const may = (after: Standing, before: Standing | undefined = seller) => mayChangeStanding(keeper, before, after);
  expect(may(standing("seller", { export: true }))).toBe(true);
  expect(may(standing("seller", { clients: "delete", scope: "team" }))).toBe(true);
  expect(may(standing("seller", { settings: "read" }))).toBe(false);
  expect(may(standing("seller", { scope: "all" }))).toBe(false);
  expect(may(standing("manager"))).toBe(true);
  const own = standing("manager", { users: true });
  expect(may(standing("manager", { users: true, scope: "all" }), own)).toBe(false);
  expect(may(standing("manager", { users: true, settings: "write" }), own)).toBe(false);
  expect(mayChangeStanding(anActor("reader", { users: true }), undefined, standing("seller"))).toBe(false);
  expect(mayChangeStanding(anActor("manager"), seller, seller)).toBe(false);
});

test("what somebody else was given stays, and may be taken away", () => {
  const rich = standing("seller", { settings: "write", scope: "all" });
  expect(mayChangeStanding(keeper, rich, standing("seller", { settings: "write", scope: "all", export: true }))).toBe(true);
  expect(mayChangeStanding(keeper, rich, standing("seller"))).toBe(true);
  expect(mayChangeStanding(keeper, rich, { ...rich, active: false })).toBe(true);
  // Back in the house means given again.
  expect(mayChangeStanding(keeper, { ...rich, active: false }, rich)).toBe(false);
  expect(mayChangeStanding(keeper, standing("seller", {}, false), standing("seller"))).toBe(true);
});

test("only an administrator makes, changes or unmakes an administrator", () => {
  const all = anActor("manager", effectiveRights("administrator", {}));
  expect(mayChangeStanding(all, standing("seller"), standing("administrator"))).toBe(false);
  expect(mayChangeStanding(all, undefined, standing("administrator"))).toBe(false);
  expect(mayChangeStanding(all, standing("administrator"), standing("reader"))).toBe(false);
  expect(mayChangeStanding(all, standing("administrator"), standing("administrator", {}, false))).toBe(false);
  expect(mayChangeStanding(anActor("administrator"), standing("administrator"), standing("reader"))).toBe(true);
  expect(mayChangeStanding(anActor("administrator", { costs: false }), undefined, standing("administrator"))).toBe(true);
});

test("who does not see everything puts new persons and those he sees in teams of his own", () => {
  const own = { ...keeper, teamIds: ["t"], mateIds: ["me", "mate"] };
  expect(mayPutInTeams(own, { teamIds: ["t"] })).toBe(true);
  expect(mayPutInTeams(own, { userId: "mate", teamIds: ["t"] })).toBe(true);
  expect(mayPutInTeams(own, { userId: "me", teamIds: ["other"] })).toBe(false);
  expect(mayPutInTeams(own, { userId: "stranger", teamIds: ["t"] })).toBe(false);
  expect(mayPutInTeams(anActor("seller", { scope: "all", users: true }), { userId: "x", teamIds: ["other"] })).toBe(true);
});
