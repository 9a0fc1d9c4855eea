import { expect, test } from "vitest";
import { blank, bodyOf, isStarted, withDate } from "#web/opportunity/new-opportunity.ts";

const form = blank({});

test("only a name and a client are needed", () => {
  expect(bodyOf(form)).toBeUndefined();
  expect(bodyOf({ ...form, name: "Naples" })).toBeUndefined();
  expect(bodyOf({ ...form, name: " Naples ", client: { id: "c1", label: "CE Lumière" } })).toMatchObject({
    name: "Naples",
    clientId: "c1",
  });
});

test("a client and a contact to create go in the same request", () => {
  const body = bodyOf({
    ...form,
    name: "Naples",
    client: { id: "", label: "CE Lumière" },
    newClient: { kindId: "k1", postalCode: "69001", city: " Lyon " },
    contact: { id: "", label: "Marie Hélène Ferrand" },
  });
  expect(body).toMatchObject({
    client: { name: "CE Lumière", kindId: "k1", address: { postalCode: "69001", city: "Lyon" } },
    contacts: [{ isMain: true, contact: { firstName: "Marie Hélène", lastName: "Ferrand" } }],
  });
  expect(body).not.toHaveProperty("clientId");
});

test("departure and days give the return; the return gives the days", () => {
  const departed = { ...form, ...withDate(form, "departsOn", "2027-06-05") };
  const staying = { ...departed, ...withDate(departed, "days", 8) };
  expect(staying.returnsOn).toBe("2027-06-12");
  expect(withDate(staying, "returnsOn", "2027-06-14")).toMatchObject({ days: 10 });
});

test("a name alone is not worth a question when leaving", () => {
  expect(isStarted({ ...form, name: "Naples" })).toBe(false);
  expect(isStarted({ ...form, client: { id: "", label: "CE" } })).toBe(true);
});
