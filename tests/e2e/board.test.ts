import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser } from "../support/browser.ts";

let installation: Installation;
let browser: Browser;
let page: Page;
let other: TestUser;
let stages: Loose[];

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  const workspaceId = await anAgency(installation);
  other = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  stages = (await other.ask("GET", "/pipelines")).body.data[0].stages;
  page = await aSignedInPage(installation, browser, { workspaceId });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const column = (stage: string): Locator => page.getByRole("region", { name: new RegExp(`^${stage}`) });
const card = (name: string): Locator => page.getByRole("article").filter({ hasText: name });
const stageOf = async (id: string): Promise<string> => {
  const { stageId } = (await other.ask("GET", `/opportunities/${id}`)).body;
  return stages.find((stage) => stage.id === stageId).name;
};

/** A new one, on the board as a colleague's work appears there. */
async function onBoard(name: string, facts: Record<string, unknown> = {}): Promise<string> {
  const stream = page.waitForResponse(/\/events$/);
  await page.goto("/opportunities");
  await stream;
  const { id } = await anOpportunity(other, { name, ...facts });
  await card(name).waitFor();
  return id;
}

test("a card dragged to another column is moved, and the toast takes it back", async () => {
  const id = await onBoard("Grand tour de Sicile", { amount: "58300" });
  await card("Grand tour de Sicile").dragTo(column("Quote in progress"), { targetPosition: { x: 100, y: 160 } });
  await column("Quote in progress").getByRole("article").filter({ hasText: "Grand tour" }).waitFor();
  expect(await column("Quote in progress").getByRole("heading", { level: 2 }).getAttribute("aria-label")).toContain("€58,300");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await column("Enquiry received").getByRole("article").filter({ hasText: "Grand tour" }).waitFor();
  expect(await stageOf(id)).toBe("Enquiry received");
  expect(await page.getByText("Drop a card here").count()).toBe(0);
});

test("M moves the card that has the focus, says so, keeps the focus on it, and Z takes it back", async () => {
  const id = await onBoard("Croisière Danube");
  await card("Croisière Danube").getByRole("link").first().focus();
  await page.keyboard.press("m");
  await page.getByRole("dialog").getByRole("radio", { name: "Enquiry received" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await column("Need qualified")
    .getByRole("link", { name: /Croisière Danube/ })
    .and(page.locator(":focus"))
    .waitFor();
  await page.getByText(/^Moved from Enquiry received to Need qualified, position 1 of 1$/).waitFor({ state: "attached" });
  await page.getByText(/“Croisière Danube” moved to Need qualified/).waitFor();
  expect(await stageOf(id)).toBe("Need qualified");
  await page.keyboard.press("z");
  await column("Enquiry received").getByRole("article").filter({ hasText: "Croisière" }).waitFor();
  expect(await stageOf(id)).toBe("Enquiry received");
});

test("arrows walk cards and columns, P marks the star, I gives it to somebody, Enter opens", async () => {
  const id = await onBoard("Andalousie à vélo", { stageId: stages[1].id, expectedCloseOn: "2027-03-01" });
  await onBoard("Festival de Vérone", { stageId: stages[1].id, expectedCloseOn: "2027-04-01" });
  await onBoard("Pèlerinage à Assise", { stageId: stages[2].id });
  await card("Festival de Vérone").getByRole("link").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.locator("article a:focus").filter({ hasText: "Pèlerinage" }).waitFor();
  await page.keyboard.press("ArrowLeft");
  await page.locator("article a:focus").filter({ hasText: "Andalousie" }).waitFor();
  await page.keyboard.press("p");
  await card("Andalousie").getByRole("img", { name: "Priority" }).waitFor();
  await page.keyboard.press("i");
  await page.getByRole("dialog").getByRole("radio", { name: "Claire Lambert" }).click({ force: true });
  await page.keyboard.press("Enter");
  await card("Andalousie").getByRole("img", { name: "Claire Lambert" }).waitFor();
  expect((await other.ask("GET", `/opportunities/${id}`)).body).toMatchObject({ priority: true, manager: { name: "Claire Lambert" } });
  await card("Andalousie").getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /Andalousie/ }).waitFor();
});

test("what somebody else moves and creates shows by itself", async () => {
  const id = await onBoard("Japon, route du Kiso");
  await other.ask("POST", `/opportunities/${id}/move`, { body: { stageId: stages[4].id } });
  await column("Negotiation").getByRole("article").filter({ hasText: "Japon" }).waitFor();
});

test("W wins and the card leaves the board; Shift+W asks for the reason, and is taken back", async () => {
  const won = await onBoard("Islande en famille");
  await card("Islande").getByRole("link").first().focus();
  await page.keyboard.press("w");
  await page.getByText("“Islande en famille” is won").waitFor();
  await card("Islande").waitFor({ state: "detached" });
  expect((await other.ask("GET", `/opportunities/${won}`)).body.outcome).toBe("won");
  const lost = await onBoard("Marchés de Noël");
  await card("Marchés").getByRole("link").first().focus();
  await page.keyboard.press("Shift+W");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Mark as lost" }).click();
  await dialog.getByText("Choose a reason.").waitFor();
  await dialog.getByText("Budget", { exact: true }).click();
  await dialog.getByRole("textbox").fill("Another agency was cheaper");
  await dialog.getByRole("button", { name: "Mark as lost" }).click();
  await card("Marchés").waitFor({ state: "detached" });
  expect((await other.ask("GET", `/opportunities/${lost}`)).body).toMatchObject({ outcome: "lost", lostReasonName: "Budget" });
  await page.keyboard.press("z");
  await card("Marchés").waitFor();
  expect((await other.ask("GET", `/opportunities/${lost}`)).body.outcome).toBe("open");
});

test("the board is filtered and sorted, and its address keeps both", async () => {
  await onBoard("Chorale à Prague", { amount: "26400", destinations: [{ country: "CZ", place: "Prague" }] });
  await page.keyboard.press("f");
  await page.getByRole("menuitem", { name: "Destination" }).click();
  await page.getByRole("textbox", { name: "Destination" }).fill("Prague");
  await page.keyboard.press("Enter");
  await page.waitForURL(/destination=Prague/);
  await expect.poll(() => page.getByRole("article").count()).toBe(1);
  await page.getByText("1 open").waitFor();
  await page.reload();
  await expect.poll(() => page.getByRole("article").count()).toBe(1);
});
