import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, asker, startInstallation, type Ask, type Installation } from "#tests/support/agency.ts";
import { aSession, PASSWORD, signIn } from "#tests/support/cast.ts";

let installation: Installation;
let workspaceId: string;
let nobody: Ask;

beforeAll(async () => {
  installation = await startInstallation();
  workspaceId = await anAgency(installation);
  nobody = asker(installation.application.address);
});
afterAll(() => installation.stop());

test("from the eleventh wrong try on an account waits, known or not, even with the right password; the answer is the same", async () => {
  const session = await aSession(installation, workspaceId);
  const tries = async (email: string, password: string) => {
    const answer = await nobody("POST", "/sessions", { body: { email, password } });
    return { status: answer.status, code: answer.body.code, title: answer.body.title, waits: answer.headers.get("retry-after") !== null };
  };
  const [known, unknown] = [[], []] as { status: number }[][];
  for (let index = 0; index < 11; index += 1) {
    known?.push(await tries(session.email, "faux-faux-faux"));
    unknown?.push(await tries("inconnu@escale.example", "faux-faux-faux"));
  }
  expect(known).toEqual(unknown);
  expect(known?.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  expect(await tries(session.email, PASSWORD)).toMatchObject({ status: 429, waits: true });
});

test("ten good sign-ins in a row are no wrong tries", async () => {
  const session = await aSession(installation, workspaceId);
  for (let index = 0; index < 12; index += 1) await signIn(installation, session.email);
  expect((await session.ask("GET", "/sessions")).body.data.length).toBe(13);
});

test("an address that tries many accounts waits too", async () => {
  const answers: number[] = [];
  for (let index = 0; index < 60; index += 1)
    answers.push((await nobody("POST", "/sessions", { body: { email: `${index}@escale.example`, password: "x" } })).status);
  expect(answers.at(-1)).toBe(429);
});
