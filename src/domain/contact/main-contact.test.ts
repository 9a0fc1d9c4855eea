import { expect, test } from "vitest";
import { mainAmong } from "#domain/contact/main-contact.ts";

const link = (contactId: string, facts: { role?: string; isMain?: boolean } = {}) => ({ contactId, role: null, isMain: false, ...facts });

test("the main contact stays the main one, however late it was linked", () => {
  expect(mainAmong([link("a"), link("b", { isMain: true })])?.contactId).toBe("b");
});

test("when none is, the one linked first takes its place; who is called main or is not a former one goes before", () => {
  expect(mainAmong([link("a"), link("b")])?.contactId).toBe("a");
  expect(mainAmong([link("a", { role: "former" }), link("b")])?.contactId).toBe("b");
  expect(mainAmong([link("a"), link("b", { role: "main" })])?.contactId).toBe("b");
  expect(mainAmong([link("a", { role: "former" })])?.contactId).toBe("a");
});

test("who steps back is chosen only when there is nobody else", () => {
  expect(mainAmong([link("a"), link("b", { role: "former" })], "a")?.contactId).toBe("b");
  expect(mainAmong([link("a")], "a")?.contactId).toBe("a");
  expect(mainAmong([])).toBeUndefined();
});
