import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { words as en } from "#words/en.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser } from "../support/browser.ts";

let installation: Installation;
let browser: Browser;
let page: Page;
let other: TestUser;
let id: string;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  const workspaceId = await anAgency(installation);
  other = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  ({ id } = await anOpportunity(other, { name: "Ligurie en train" }));
  page = await aSignedInPage(installation, browser, { workspaceId });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const card = (): Locator => page.getByRole("article").filter({ hasText: "Ligurie en train" });
const cardIn = (stage: string): Locator => page.getByRole("region", { name: new RegExp(`^${stage}`) }).getByRole("article");
const star = (): Locator => card().getByRole("img", { name: "Priority" });
const stored = async (): Promise<Loose> => (await other.ask("GET", `/opportunities/${id}`)).body;

/** Each begins with a change that was answered: the star. */
beforeEach(async () => {
  await card().getByRole("link").first().focus();
  await page.keyboard.press("p");
  await star().waitFor();
});

test("Z pressed before a move is answered takes the move back once it is; pressed again, what was done before", async () => {
  const held = await holdMove("done");
  await moveByKey();
  await held.asked;
  await page.keyboard.press("z");
  await page.keyboard.press("z");
  held.answer();
  await star().waitFor({ state: "detached" });
  await cardIn("Enquiry received").waitFor();
  expect(await stored()).toMatchObject({ stageName: "Enquiry received", priority: false });
  const told = (await other.ask("GET", `/opportunities/${id}/timeline`)).body.data.map((fact: Loose) => fact.kind);
  expect(told.filter((kind: string) => kind === "opportunity.moved").length, told.join()).toBeGreaterThan(0);
});

test("of a move that is refused nothing is taken back, nor what was done before it", async () => {
  const held = await holdMove("refused");
  await moveByKey();
  await held.asked;
  await page.keyboard.press("z");
  held.answer();
  await page.getByText("Not today").waitFor();
  await cardIn("Enquiry received").waitFor();
  expect(await stored()).toMatchObject({ stageName: "Enquiry received", priority: true });
  // It is still there to take back.
  await page.keyboard.press("z");
  await page.getByText(en.shell.undo.done).waitFor();
  await star().waitFor({ state: "detached" });
  expect((await stored()).priority).toBe(false);
});

async function moveByKey(): Promise<void> {
  await page.keyboard.press("m");
  await page.getByRole("dialog").getByRole("radio", { name: "Enquiry received" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await cardIn("Need qualified").waitFor();
}

/** The next move reaches the server, or its refusal the page, when told to. */
async function holdMove(answer: "done" | "refused"): Promise<{ readonly asked: Promise<void>; readonly answer: () => void }> {
  const asked = Promise.withResolvers<void>();
  const told = Promise.withResolvers<void>();
  const refusal = { title: "Not today", detail: "Not today", status: 409, code: "record.inUse" };
  await page.route(
    /\/move$/,
    async (route) => {
      asked.resolve();
      await told.promise;
      if (answer === "done") await route.continue();
      else await route.fulfill({ status: 409, json: refusal });
    },
    { times: 1 },
  );
  return { asked: asked.promise, answer: () => told.resolve() };
}
