import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayInZone } from "#domain/shared/zone.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

let installation: Installation;
let browser: Browser;
let page: Page;
let paul: TestUser;
let workspaceId: string;

const today = dayInZone(new Date().toISOString(), "Europe/Paris");
const inDays = (days: number): string => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  workspaceId = await anAgency(installation);
  paul = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  await anOpportunity(paul, { name: "Naples", amount: "40600", departsOn: inDays(20) });
  await anOpportunity(paul, { name: "Sicily", amount: "900", departsOn: inDays(400), priority: true });
  await anOpportunity(paul, { name: "Vienna", amount: "300", expectedCloseOn: inDays(-5) });
  page = await aSignedInPage(installation, browser, { workspaceId });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const names = (of: Page = page): Promise<string[]> => of.locator("tbody th a").allTextContents();
const tabs = (of: Page = page): Locator => of.getByRole("navigation", { name: "Views", exact: true });
const tab = (name: string): Locator => tabs().getByRole("link", { name: new RegExp(`^${name}`) });
const dialog = (): Locator => page.getByRole("dialog");
const choose = async (label: string, option: string): Promise<void> => {
  await dialog()
    .getByRole("button", { name: new RegExp(label) })
    .last()
    .click();
  await page.getByRole("option", { name: option, exact: true }).click();
};
const chooseField = async (name: string): Promise<void> => {
  await dialog().getByRole("combobox", { name: "Field" }).last().fill(name);
  await page.getByRole("option", { name, exact: true }).click();
};

test("the menu of views tells how many need attention, and opens one", async () => {
  await page.goto("/opportunities/list");
  await tab("All").waitFor();
  await page.keyboard.press("v");
  await page.getByRole("menuitem", { name: "Close date passed (1)" }).click();
  await expect.poll(() => names()).toEqual(["Vienna"]);
  expect(page.url()).toContain("view=overdue");
  await tab("All").click();
  await expect.poll(async () => (await names()).length).toBe(3);
});

test("conditions are put together, all and any, and stand on chips and in the address", async () => {
  await page.getByRole("button", { name: "Advanced filter" }).click();
  await dialog().getByRole("button", { name: "Group", exact: true }).click();
  await chooseField("Amount");
  await page.getByRole("button", { name: "Apply" }).click();
  await dialog().getByText("Give a value, or remove the condition.").waitFor();
  await dialog().getByRole("textbox", { name: "Value" }).fill("5000");
  await dialog().getByRole("button", { name: "Condition", exact: true }).first().click();
  await chooseField("Departure");
  await choose("Value", "the next … days");
  await dialog().getByRole("textbox", { name: "days" }).fill("500");
  await page.keyboard.press("Tab");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect.poll(async () => (await names()).toSorted()).toEqual(["Naples", "Sicily"]);
  await page.getByRole("button", { name: "Any of 2 conditions" }).waitFor();
  const { page: reader, close } = await anotherTab();
  await expect.poll(async () => (await names(reader)).toSorted()).toEqual(["Naples", "Sicily"]);
  await close();
});

/** Whoever is sent the address sees the same. */
async function anotherTab(): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator("tbody th a").first().waitFor();
  return { page: other, close: () => other.close() };
}

test("it is saved under a name, pinned in the menu, marked when changed, given back, and saved again", async () => {
  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await dialog().getByText("Give the view a name.").waitFor();
  await dialog().getByLabel("Name").fill("Big or soon");
  await dialog().getByRole("radio", { name: "Everyone" }).check({ force: true });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await tab("Big or soon").waitFor();
  const nav = page.getByRole("navigation", { name: "Main" }).or(page.locator("nav").first());
  await nav.first().getByRole("link", { name: "Big or soon" }).waitFor();
  await tabs().getByRole("img").waitFor({ state: "detached" });
  await page.keyboard.press("f");
  await page.getByRole("menuitem", { name: "Priority" }).click();
  await tabs().getByRole("img", { name: "changes not saved" }).waitFor();
  await expect.poll(() => names()).toEqual(["Sicily"]);
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await tabs().getByRole("img", { name: "changes not saved" }).waitFor();
  await page.getByRole("button", { name: "Discard" }).click();
  await tabs().getByRole("img").waitFor({ state: "detached" });
  await expect.poll(async () => (await names()).length).toBe(2);
  await page.getByRole("button", { name: "Amount" }).click();
  await page.getByRole("button", { name: "Save the view" }).click();
  await page.getByRole("menuitem", { name: "Save in “Big or soon”" }).click();
  await tabs().getByRole("img").waitFor({ state: "detached" });
  await expect
    .poll(async () => (await paul.ask("GET", "/views")).body.data.find(({ name }: { name: string }) => name === "Big or soon").sort)
    .toBe("amount");
});

test("it opens first, is renamed, deleted and brought back", async () => {
  const options = (name: string): Promise<void> => page.getByRole("button", { name: `Options of the view ${name}` }).click();
  await options("Big or soon");
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/choice") && answer.ok());
  await page.getByRole("menuitem", { name: "Open first, for me" }).click();
  await kept;
  await page.goto("/opportunities");
  await page.waitForURL(/list\?view=/);
  await options("Big or soon");
  await page.getByRole("menuitem", { name: "Rename and share…" }).click();
  await dialog().getByLabel("Name").fill("Soon or big");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await tab("Soon or big").waitFor();
  await options("Soon or big");
  await page.getByRole("menuitem", { name: "Delete the view" }).click();
  await tab("Soon or big").waitFor({ state: "detached" });
  await page.keyboard.press("z");
  await tab("Soon or big").waitFor();
});

test("on a phone the views are one menu and a condition stands on two lines", async () => {
  const phone = await aSignedInPage(installation, browser, {
    workspaceId,
    language: "fr",
    width: 375,
    height: 812,
    at: "/opportunities/list?view=departures&filter=all(departsOn~during~nextQuarter)",
  });
  await phone.getByRole("button", { name: "Départs du prochain trimestre" }).first().waitFor();
  await phone.getByRole("button", { name: "Filtre avancé" }).click();
  await phone.getByRole("dialog").getByText("Opportunités qui remplissent").waitFor();
  expect(await phone.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  expect(await violations(phone)).toEqual([]);
  await phone.context().close();
});
