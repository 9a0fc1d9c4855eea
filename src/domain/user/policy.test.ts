import { expect, test } from "vitest";
import { mayManageUsers, wouldLeaveNoAdministrator } from "#domain/user/policy.ts";
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

test("the last active user who manages users can be neither disabled, demoted nor stripped of the right", () => {
  const users = [
    { id: "a", role: "administrator", overrides: {}, active: true },
    { id: "b", role: "seller", overrides: {}, active: true },
  ] as const;
  expect(wouldLeaveNoAdministrator(users, { id: "a", active: false })).toBe(true);
  expect(wouldLeaveNoAdministrator(users, { id: "a", role: "manager" })).toBe(true);
  expect(wouldLeaveNoAdministrator(users, { id: "a", overrides: { users: false } })).toBe(true);
  expect(wouldLeaveNoAdministrator(users, { id: "b", active: false })).toBe(false);
  expect(
    wouldLeaveNoAdministrator([...users, { id: "c", role: "reader", overrides: { users: true }, active: true }], {
      id: "a",
      active: false,
    }),
  ).toBe(false);
});
