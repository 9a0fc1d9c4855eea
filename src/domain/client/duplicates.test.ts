import { expect, test } from "vitest";
import { likenessOf } from "#domain/client/duplicates.ts";
import { personLikenessOf } from "#domain/contact/duplicates.ts";

const lumiere = { name: "Comité d'entreprise Lumière", city: "Lyon", email: "ce@lumiere.fr", phone: "+33472000000" };

test("the same e-mail or phone is the same client, whatever the case", () => {
  expect(likenessOf(lumiere, { name: "Autre", email: "CE@Lumiere.fr" })).toEqual(["email"]);
  expect(likenessOf(lumiere, { name: "Autre", phone: "+33472000000" })).toEqual(["phone"]);
});

test("a similar name counts in the same city, not in another", () => {
  expect(likenessOf({ name: lumiere.name, city: "Lyon" }, { name: "CE Lumiere", city: "LYON" })).toEqual([]);
  expect(likenessOf({ name: lumiere.name, city: "Lyon" }, { name: "Comite entreprise Lumière", city: "LYON" })).toEqual(["name"]);
  expect(likenessOf({ name: lumiere.name, city: "Lyon" }, { name: lumiere.name, city: "Lille" })).toEqual([]);
});

test("two absent values are not the same value", () => {
  expect(likenessOf({ name: "Club alpin", email: null, phone: null }, { name: "Diocèse de Lyon", email: null, phone: null })).toEqual([]);
  expect(likenessOf({ name: "", email: "" }, { name: "", email: "" })).toEqual([]);
});

test("a person with first and last name swapped is alike", () => {
  const claire = { firstName: "Claire", lastName: "Lambert" };
  expect(personLikenessOf(claire, { firstName: "LAMBERT", lastName: "Claire" })).toEqual(["name"]);
  expect(personLikenessOf({ ...claire, city: "Lyon" }, { ...claire, city: "Turin" })).toEqual([]);
  expect(personLikenessOf(claire, { firstName: null, lastName: "Ferrari" })).toEqual([]);
});
