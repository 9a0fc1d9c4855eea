import { expect, test } from "vitest";
import { mayDeleteActivity, mayEditActivity, maySeeActivity } from "#domain/activity/policy.ts";
import type { Actor, Role } from "#domain/shared/actor.ts";
import { effectiveRights, type RightOverrides } from "#domain/user/rights.ts";

const actor = (role: Role, overrides: RightOverrides = {}): Actor => ({
  workspaceId: "w",
  userId: "me",
  name: "Me",
  role,
  rights: effectiveRights(role, overrides),
  teamIds: ["mine"],
  mateIds: ["me", "mate"],
  locale: "en",
});
const onMine = { opportunityId: "o", clientId: "c", managerId: "me", teamId: null };
const onTheirs = { opportunityId: "o", clientId: "c", managerId: "stranger", teamId: null };
const onClient = { opportunityId: null, clientId: "c", managerId: null, teamId: null };
const onContact = { opportunityId: null, clientId: null, managerId: null, teamId: null };

test("what hangs on an opportunity has its scope", () => {
  expect(mayEditActivity(actor("seller"), onMine)).toBe(true);
  expect(maySeeActivity(actor("seller"), onTheirs)).toBe(false);
  expect(maySeeActivity(actor("administrator"), onTheirs)).toBe(true);
  expect(maySeeActivity(actor("administrator", { opportunities: "none" }), onMine)).toBe(false);
});

test("one on a client or contact alone has the rights of the modules", () => {
  expect(mayEditActivity(actor("seller"), onClient)).toBe(true);
  expect(maySeeActivity(actor("seller", { clients: "none" }), onClient)).toBe(false);
  expect(maySeeActivity(actor("seller", { contacts: "none" }), onContact)).toBe(false);
  expect(maySeeActivity(actor("seller", { activities: "none" }), onClient)).toBe(false);
});

test("a reader edits nothing; who may write may not yet delete", () => {
  expect(mayEditActivity(actor("reader"), onClient)).toBe(false);
  expect(mayDeleteActivity(actor("seller", { activities: "write" }), onMine)).toBe(false);
  expect(mayDeleteActivity(actor("seller"), onMine)).toBe(true);
});
