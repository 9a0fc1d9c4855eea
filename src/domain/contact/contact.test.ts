import { expect, test } from "vitest";
import { contactProblems, fullName } from "#domain/contact/contact.ts";

test("a person is called by first and last name, or by the one there is", () => {
  expect(fullName({ firstName: " Claire", lastName: "Lambert " })).toBe("Claire Lambert");
  expect(fullName({ firstName: null, lastName: "Lambert" })).toBe("Lambert");
  expect(fullName({ firstName: "Claire", lastName: "" })).toBe("Claire");
});

test("refuses a contact without any name", () => {
  expect(contactProblems({ firstName: " ", lastName: null })).toEqual([{ pointer: "/lastName", code: "name.required" }]);
  expect(contactProblems({ firstName: "Claire", lastName: null })).toEqual([]);
});
