import { RIGHT_KEYS, type RightOverrides } from "#domain/user/rights.ts";
import { ROLES } from "#domain/shared/actor.ts";
import type { Answer } from "#web/api/api.ts";
import { rightName, rightValue, type RightKey } from "#web/people/describe-overrides.ts";
import type { Words } from "#words/en.ts";

type Fact = Answer<"listFacts">["data"][number];
type Field = Fact["fields"][number];
type People = Words["people"];

/** "Contacts: Read, Write": a line for each field that changed, from and to. */
export function describeFact(fact: Fact, people: People): string[] {
  return fact.fields.flatMap((field) => describeField(field, people));
}

function describeField({ field, from, to, fromWords, toWords }: Field, people: People): string[] {
  if (field === "overrides") return describeOverrides(from, to, people);
  const name = isNamed(field, people) ? people.user.field[field] : field;
  if (field === "role") return [change(name, roleName(from, people), roleName(to, people))];
  if (field === "active") return [to === true ? people.user.reactivate : people.user.deactivate];
  return [change(name, fromWords ?? "–", toWords ?? "–")];
}

function describeOverrides(from: unknown, to: unknown, people: People): string[] {
  const [before, after] = [from, to].map((value) => (typeof value === "object" && value !== null ? value : {}) as RightOverrides);
  const say = (overrides: RightOverrides | undefined, key: RightKey) => {
    const value = overrides?.[key];
    return value === undefined ? people.user.same : rightValue(value, people);
  };
  return RIGHT_KEYS.filter((key) => before?.[key] !== after?.[key]).map((key) =>
    change(rightName(key, people), say(before, key), say(after, key)),
  );
}

function change(name: string, from: string, to: string): string {
  return `${name}: ${from} \u2192 ${to}`;
}

function roleName(value: unknown, people: People): string {
  const role = ROLES.find((one) => one === value);
  return role ? people.role[role] : "–";
}

function isNamed(field: string, people: People): field is keyof People["user"]["field"] {
  return field in people.user.field;
}
