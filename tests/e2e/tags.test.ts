import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

let installation: Installation;
let browser: Browser;
let page: Page;
let paul: TestUser;
let naples: string;
let client: string;
let contact: string;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  const workspaceId = await anAgency(installation);
  paul = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  for (const name of ["Sénior", "Randonnée", "Ski"]) await paul.ask("POST", "/tags", { body: { name } });
  client = (await paul.ask("POST", "/clients", { body: { name: "Diocèse de Lyon" } })).body.id;
  contact = (await paul.ask("POST", "/contacts", { body: { lastName: "Ferrand" } })).body.id;
  naples = (await anOpportunity(paul, { name: "Naples" })).id;
  await anOpportunity(paul, { name: "Vienna" });
  page = await aSignedInPage(installation, browser, { workspaceId });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const read = async (path: string): Promise<string[]> => (await paul.ask("GET", path)).body.tags.map(({ name }: Loose) => name);
const card = (name: string): Locator => page.getByRole("article").filter({ hasText: name });
const option = (name: string): Locator => page.getByRole("option", { name, exact: true });

test("L on a card finds a tag by part of its name and makes another; the timeline names both, Z takes them back", async () => {
  await page.goto("/opportunities");
  await card("Naples").getByRole("link").first().focus();
  await page.keyboard.press("l");
  const field = page.getByRole("dialog").getByRole("combobox");
  await field.fill("senior");
  await option("Sénior").waitFor();
  await expect.poll(() => page.getByRole("option").count()).toBe(1);
  await option("Sénior").click();
  expect(await violations(page)).toEqual([]);
  await field.fill("Bord de mer");
  await page.getByRole("option", { name: /Bord de mer/ }).waitFor();
  await field.press("Enter");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => read(`/opportunities/${naples}`)).toEqual(["Bord de mer", "Sénior"]);
  await card("Naples").getByRole("link").first().click();
  await page.getByRole("tab", { name: "Timeline" }).click();
  await page.getByText(/added the tags “(Sénior”, “Bord de mer|Bord de mer”, “Sénior)”/).waitFor();
  await page.keyboard.press("z");
  await expect.poll(() => read(`/opportunities/${naples}`)).toEqual([]);
});

test("the tags of a page are changed in place", async () => {
  await page.goto(`/opportunities/${naples}`);
  await page.getByRole("button", { name: "–" }).and(page.locator("[data-tags] button")).click();
  const field = page.getByRole("combobox", { name: "Tags" });
  await field.fill("ski");
  await option("Ski").click();
  await field.press("Enter");
  await expect.poll(() => read(`/opportunities/${naples}`)).toEqual(["Ski"]);
  await page.locator("[data-tags]").getByText("Ski").waitFor();
});

test.each([
  ["clients", () => client],
  ["contacts", () => contact],
])("L on the page of %s edits its tags", async (list, id) => {
  await page.goto(`/${list}/${id()}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator("[data-tags]").waitFor();
  await page.keyboard.press("l");
  const field = page.getByRole("combobox", { name: "Tags" });
  await field.fill("rando");
  await option("Randonnée").click();
  await field.press("Enter");
  await expect.poll(() => read(`/${list}/${id()}`)).toEqual(["Randonnée"]);
  await page.goto(`/${list}`);
  await page.getByRole("button", { name: /^Filter/ }).click();
  await page.getByRole("menuitem", { name: "Tag", exact: true }).click();
  await page.getByRole("combobox", { name: "Tag" }).fill("sk");
  await option("Ski").click();
  await page
    .getByText(/No result|No client|No contact/)
    .first()
    .waitFor();
});

test("the list is filtered by a tag, and those selected get and lose tags in one step that Z takes back", async () => {
  await page.goto("/opportunities/list");
  await page.getByRole("button", { name: /^Filter/ }).click();
  await page.getByRole("menuitem", { name: "Tag", exact: true }).click();
  await page.getByRole("combobox", { name: "Tag" }).fill("ski");
  await option("Ski").click();
  await expect.poll(() => page.locator("tbody th a").allTextContents()).toEqual(["Naples"]);
  expect(page.url()).toContain("tag=");
  await page.goto("/opportunities/list");
  await page.getByRole("row", { name: /Vienna/ }).waitFor();
  await page.getByRole("checkbox", { name: /all/i }).click({ force: true });
  await page.getByRole("button", { name: "Tags" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Tags to add" }).fill("séni");
  await option("Sénior").click();
  await dialog.getByRole("combobox", { name: "Tags to take away" }).fill("ski");
  await option("Ski").click();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => read(`/opportunities/${naples}`)).toEqual(["Sénior"]);
  await page
    .getByText(/2 opportunities changed/)
    .first()
    .waitFor();
  await page.keyboard.press("z");
  await expect.poll(() => read(`/opportunities/${naples}`)).toEqual(["Ski"]);
});

test("a new opportunity is made with its tags, known and new", async () => {
  await page.goto("/opportunities");
  await card("Naples").waitFor();
  await page.keyboard.press("n");
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("textbox", { name: "Name", exact: true }).fill("Assise");
  await sheet.getByRole("combobox", { name: "Client", exact: true }).fill("Diocèse");
  await option("Diocèse de Lyon").click();
  const field = sheet.getByRole("combobox", { name: /^Tags/ });
  await field.fill("Pèlerinage");
  await page.getByRole("option", { name: /Pèlerinage/ }).waitFor();
  await field.press("Enter");
  await sheet.getByRole("button", { name: /^Create and open/ }).click();
  await page.getByRole("heading", { level: 1, name: "Assise" }).waitFor();
  await page.locator("[data-tags]").getByText("Pèlerinage").waitFor();
});

test("the settings tell how many records have a tag, rename it, merge it and delete it; each comes back", async () => {
  await page.goto("/settings/lists");
  const line = (name: string): Locator =>
    page.getByRole("listitem").filter({ has: page.getByRole("button", { name: `Actions on ${name}` }) });
  await line("Ski").getByText("1 opportunity").waitFor();
  await line("Ski").getByRole("button", { name: "Actions on Ski" }).click();
  await page.getByRole("menuitem", { name: /Merge/ }).click();
  await page.getByRole("combobox", { name: "Tag that stays" }).fill("rando");
  await option("Randonnée").click();
  await page.getByRole("dialog").getByRole("button", { name: "Merge" }).click();
  await line("Randonnée").getByText("1 opportunity").waitFor();
  await line("Ski").waitFor({ state: "detached" });
  await page.keyboard.press("z");
  await line("Ski").getByText("1 opportunity").waitFor();
  await line("Ski").getByRole("button", { name: "Actions on Ski" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await line("Ski").waitFor({ state: "detached" });
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("z");
  await line("Ski").waitFor();
});
