import { expect, test } from "vitest";
import { mayDeleteOpportunity, mayEditOpportunity, maySeeOpportunity } from "#domain/opportunity/policy.ts";
import type { Actor, Role } from "#domain/shared/actor.ts";
import { effectiveRights, type RightOverrides } from "#domain/user/rights.ts";
import { wouldLeaveNoAdministrator } from "#domain/user/policy.ts";

const anActor = (role: Role, overrides: RightOverrides = {}): Actor => ({
  workspaceId: "w",
  userId: "me",
  name: "Me",
  role,
  rights: effectiveRights(role, overrides),
  teamIds: ["groups"],
  mateIds: ["me", "mate"],
  locale: "en",
});
const own = { managerId: "me", teamId: null };
const ofMyTeam = { managerId: "stranger", teamId: "groups" };
const ofAMate = { managerId: "mate", teamId: null };
const elsewhere = { managerId: "stranger", teamId: "school" };

test("a seller sees own opportunities only", () => {
  expect([own, ofMyTeam, ofAMate, elsewhere].map((o) => maySeeOpportunity(anActor("seller"), o))).toEqual([true, false, false, false]);
});

test("a manager sees own ones, those of the team, and those of its members", () => {
  expect([own, ofMyTeam, ofAMate, elsewhere].map((o) => maySeeOpportunity(anActor("manager"), o))).toEqual([true, true, true, false]);
});

test("an administrator sees every one; without the right nobody sees any", () => {
  expect(maySeeOpportunity(anActor("administrator"), elsewhere)).toBe(true);
  expect(maySeeOpportunity(anActor("administrator", { opportunities: "none" }), own)).toBe(false);
});

test("a reader sees but does not touch", () => {
  expect(mayEditOpportunity(anActor("reader"), ofMyTeam)).toBe(false);
  expect(mayDeleteOpportunity(anActor("manager"), ofMyTeam)).toBe(true);
});

test("the last active user who manages users cannot be lost", () => {
  const users = [
    { id: "a", role: "administrator", overrides: {}, active: true },
    { id: "b", role: "administrator", overrides: { users: false }, active: true },
    { id: "c", role: "administrator", overrides: {}, active: false },
  ] as const;
  expect(wouldLeaveNoAdministrator(users, { id: "a", role: "seller" })).toBe(true);
  expect(wouldLeaveNoAdministrator(users, { id: "b", role: "seller" })).toBe(false);
});
