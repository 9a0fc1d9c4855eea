import { describe, expect, test } from "vitest";
import { CLIENT_FILTER_FIELDS } from "#domain/client/filter-fields.ts";
import { CONTACT_FILTER_FIELDS } from "#domain/contact/filter-fields.ts";
import { readFilter } from "#domain/filter/read-filter.ts";
import { OPPORTUNITY_FILTER_FIELDS } from "#domain/opportunity/filter-fields.ts";
import type { Actor, Role } from "#domain/shared/actor.ts";
import { defaultRights } from "#domain/user/rights.ts";
import { BUILT_IN_VIEWS, mayEditView, maySeeView, mayShareView } from "#domain/view/view.ts";

const actor = (role: Role, userId = "me", teamIds: string[] = ["groups"]): Actor => ({
  workspaceId: "agency",
  userId,
  name: "Claire Lambert",
  role,
  rights: defaultRights(role),
  teamIds,
  mateIds: [userId],
  locale: "en",
});
const own = { ownerId: "me", visibility: "mine", teamId: null };
const ofTeam = { ownerId: "other", visibility: "team", teamId: "groups" };
const ofAll = { ownerId: "other", visibility: "everyone", teamId: null };

describe("who sees and changes a view", () => {
  test("one's own is seen and changed by oneself alone", () => {
    expect(maySeeView(actor("seller"), own)).toBe(true);
    expect(mayEditView(actor("reader"), own)).toBe(true);
    expect(maySeeView(actor("administrator", "boss"), own)).toBe(false);
    expect(mayEditView(actor("administrator", "boss"), own)).toBe(false);
  });

  test("a team's is seen by its members and changed by its owner or an administrator", () => {
    expect(maySeeView(actor("seller"), ofTeam)).toBe(true);
    expect(maySeeView(actor("seller", "me", ["school"]), ofTeam)).toBe(false);
    expect(mayEditView(actor("manager"), ofTeam)).toBe(false);
    expect(mayEditView(actor("administrator", "boss", []), ofTeam)).toBe(true);
  });

  test("everyone's is seen by everyone", () => {
    expect(maySeeView(actor("reader", "me", []), ofAll)).toBe(true);
    expect(mayEditView(actor("seller"), ofAll)).toBe(false);
  });

  test("a seller keeps views, a manager shares with a team of theirs, an administrator with any", () => {
    expect(mayShareView(actor("seller"), own)).toBe(true);
    expect(mayShareView(actor("seller"), ofTeam)).toBe(false);
    expect(mayShareView(actor("manager"), ofTeam)).toBe(true);
    expect(mayShareView(actor("manager", "me", ["school"]), ofTeam)).toBe(false);
    expect(mayShareView(actor("manager"), ofAll)).toBe(true);
    expect(mayShareView(actor("administrator", "boss", []), ofTeam)).toBe(true);
  });
});

const FIELDS = { opportunities: OPPORTUNITY_FILTER_FIELDS, clients: CLIENT_FILTER_FIELDS, contacts: CONTACT_FILTER_FIELDS };

test.each(Object.entries(BUILT_IN_VIEWS))("the view %s asks for fields that there are", (_name, { resource, filter }) => {
  expect(readFilter(filter, FIELDS[resource])).toEqual(filter);
});
