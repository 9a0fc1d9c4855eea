import { expect, test } from "vitest";
import { mentionOf, mentionsOf, messageInBrief } from "#domain/message/message.ts";

const CLAIRE = "0192e4a0-0000-7000-8000-00000000000a";
const PAUL = "0192e4a0-0000-7000-8000-00000000000b";

test("mentions are found once each, in their order", () => {
  const text = `Bonjour ${mentionOf({ id: PAUL, name: "Paul Moreau" })} et ${mentionOf({ id: CLAIRE, name: "Claire" })}, @[Paul](user:${PAUL})`;
  expect(mentionsOf(text)).toEqual([PAUL, CLAIRE]);
});

test("an e-mail address, a link or a broken mention is none", () => {
  expect(mentionsOf(`claire@escale.example [x](user:${CLAIRE}) @[x](user:123) @[x] (user:${PAUL})`)).toEqual([]);
});

test("a name with brackets stays one mention", () => {
  expect(mentionsOf(mentionOf({ id: CLAIRE, name: "Claire [groupes]" }))).toEqual([CLAIRE]);
});

test("in brief a message is read as words, cut where it is long", () => {
  expect(
    messageInBrief(`# Devis\n\n- **40 payants**, voir [le tableau](https://escale.example)  ${mentionOf({ id: PAUL, name: "Paul" })}`, 200),
  ).toBe("Devis 40 payants, voir le tableau @Paul");
  expect(messageInBrief("Bonjour à tous", 7)).toBe("Bonjour…");
});
