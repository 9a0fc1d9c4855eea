import { expect, test } from "vitest";
import { matching, mentionAt, sentText, typedText, withMention } from "#web/message/mention-text.ts";

const CLAIRE = { id: "0192e4a0-0000-7000-8000-00000000000a", name: "Claire Lambert" };
const PAUL = { id: "0192e4a0-0000-7000-8000-00000000000b", name: "Paul Moreau" };

test("an @ at the beginning of a word opens the people, an address does not", () => {
  expect([mentionAt("voir @cl", 8), mentionAt("@", 1), mentionAt("(@Claire La", 11)]).toEqual(["cl", "", "Claire La"]);
  expect([mentionAt("claire@example.org", 14), mentionAt("rien", 4), mentionAt("@claire puis autre", 18)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("people are found by the beginning of any of their names, accents ignored", () => {
  expect(matching([CLAIRE, PAUL], "lam")).toEqual([CLAIRE]);
  expect(matching([CLAIRE, PAUL], "móre")).toEqual([PAUL]);
  expect(matching([CLAIRE, PAUL], "aire")).toEqual([]);
});

test("choosing writes the name; sending keeps who it is; changing shows the name again", () => {
  const { text, caret } = withMention("Voir @cl demain", 8, CLAIRE);
  expect([text, text.slice(0, caret)]).toEqual(["Voir @Claire Lambert  demain", "Voir @Claire Lambert "]);
  const sent = sentText("Voir @Claire Lambert et @Paul Moreau", [CLAIRE]);
  expect(sent).toBe(`Voir @[Claire Lambert](user:${CLAIRE.id}) et @Paul Moreau`);
  expect(typedText(sent)).toEqual({ text: "Voir @Claire Lambert et @Paul Moreau", chosen: [CLAIRE] });
});
