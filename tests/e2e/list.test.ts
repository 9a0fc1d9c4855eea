import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

let installation: Installation;
let browser: Browser;
let page: Page;
let paul: TestUser;
let stages: Loose[];
const ids: Record<string, string> = {};

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  const workspaceId = await anAgency(installation);
  paul = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  stages = (await paul.ask("GET", "/pipelines")).body.data[0].stages;
  const facts = [
    { name: "Naples", amount: "40600", departsOn: "2027-06-12", returnsOn: "2027-06-19", adults: 42, expectedCloseOn: "2027-01-10" },
    { name: "Sicily", amount: "58300", departsOn: "2027-05-02", returnsOn: "2027-05-09", adults: 30, expectedCloseOn: "2027-01-20" },
    { name: "Vienna", amount: "9600", stageId: stages[1].id, adults: 15, expectedCloseOn: "2027-01-30" },
    { name: "Kyoto", expectedCloseOn: "2027-02-10" },
  ];
  for (const one of facts) ids[one.name] = (await anOpportunity(paul, one)).id;
  page = await aSignedInPage(installation, browser, { workspaceId, at: "/opportunities/list" });
  await row("Naples").waitFor();
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const row = (name: string): Locator => page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
const names = (): Promise<string[]> => page.locator("tbody th a").allTextContents();
const foot = (): Locator => page.locator("tfoot tr");
const read = async (name: string): Promise<Loose> => (await paul.ask("GET", `/opportunities/${ids[name]}`)).body;

test("the foot adds up everything that matches, and says what it leaves out", async () => {
  await foot().getByText("4 opportunities").waitFor();
  await foot().getByText("€108,500").waitFor();
  expect(await foot().textContent()).toContain("87");
  expect(await foot().textContent()).toMatch(/1 unknown amount/);
});

test("the foot of a column shows its sum, average, median, least or most, of what is known", async () => {
  const choose = async (column: string, total: string): Promise<void> => {
    await foot()
      .getByRole("button")
      .nth(column === "Pax" ? 0 : 1)
      .click();
    await page.getByRole("menuitem", { name: total }).click();
  };
  await choose("Amount", "Median");
  await foot().getByText("€40,600").waitFor();
  expect(await violations(page)).toEqual([]);
  await choose("Amount", "Max");
  await foot().getByText("€58,300").waitFor();
  await choose("Pax", "Average");
  await foot().getByText("29").waitFor();
  await choose("Amount", "Sum");
  await choose("Pax", "Sum");
  await foot().getByText("€108,500").waitFor();
});

test("a header sorts up, down and not at all; the address keeps it", async () => {
  await page.getByRole("button", { name: "Amount" }).click();
  await expect.poll(names).toEqual(["Kyoto", "Vienna", "Naples", "Sicily"]);
  await page.getByRole("button", { name: "Amount" }).click();
  await expect.poll(names).toEqual(["Sicily", "Naples", "Vienna", "Kyoto"]);
  expect(await page.getByRole("columnheader", { name: "Amount" }).getAttribute("aria-sort")).toBe("descending");
  expect(page.url()).toContain("sort=-amount");
  await page.getByRole("button", { name: "Amount" }).click();
  await expect.poll(names).toEqual(["Naples", "Sicily", "Vienna", "Kyoto"]);
});

test("stage, manager, amount, dates and star are changed in place", async () => {
  await row("Naples").getByRole("button", { name: "Mark as priority" }).click();
  await row("Naples").getByRole("button", { name: "Remove the priority" }).waitFor();
  await row("Naples").getByRole("button", { name: "€40,600" }).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("41,000.50");
  await page.keyboard.press("Enter");
  await row("Naples").getByText("€41,000.50").waitFor();
  await row("Naples").getByRole("button", { name: "12 Jun 2027" }).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("14/6/2027");
  await page.keyboard.press("Enter");
  await row("Naples").getByText("14 Jun 2027").waitFor();
  await row("Naples").getByRole("button", { name: "10 Jan 2027" }).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("15 jan 2027");
  await page.keyboard.press("Enter");
  await row("Naples").getByText("15 Jan 2027").waitFor();
  await choose(row("Naples").getByRole("button", { name: "Enquiry received" }), "Negotiation");
  await row("Naples").getByRole("button", { name: "Negotiation" }).waitFor();
  await choose(row("Naples").getByRole("button", { name: "Paul Moreau" }), "Claire Lambert");
  await row("Naples").getByRole("button", { name: "Claire Lambert" }).waitFor();
  // What was written shows before it is answered.
  await expect
    .poll(() => read("Naples"))
    .toMatchObject({
      priority: true,
      amount: { amount: "41000.50" },
      departsOn: "2027-06-14",
      returnsOn: "2027-06-21",
      expectedCloseOn: "2027-01-15",
      stageName: "Negotiation",
      probabilityPercent: 80,
      manager: { name: "Claire Lambert" },
    });
});

async function choose(value: Locator, option: string): Promise<void> {
  await value.click();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: option }).click();
}

test("arrows walk the cells, X selects, Shift with an arrow extends, Ctrl+A selects all, Esc clears", async () => {
  await row("Naples").getByRole("link").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.locator("tbody a:focus").filter({ hasText: "Sicily" }).waitFor();
  await page.keyboard.press("x");
  await page.getByText("1 selected").first().waitFor();
  await page.keyboard.press("Shift+ArrowDown");
  await page.getByText("2 selected").first().waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("F2");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+a");
  await page.getByText("4 selected").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: "Change the selection" }).waitFor({ state: "detached" });
});

test("a digit typed on a cell begins its edit and replaces the value; a letter stays a shortcut", async () => {
  await row("Sicily").getByRole("button", { name: "€58,300" }).focus();
  await page.keyboard.type("59000");
  await page.keyboard.press("Enter");
  await row("Sicily").getByRole("button", { name: "€59,000" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("4");
  await page.keyboard.press("Escape");
  await row("Sicily").getByRole("button", { name: "€59,000" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("x");
  await page.getByText("1 selected").first().waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await read("Sicily")).amount.amount).toBe("59000.00");
});

test("many are changed at once, and Z takes all of it back", async () => {
  for (const name of ["Sicily", "Vienna"]) await row(name).getByRole("checkbox").check({ force: true });
  await page.getByRole("region", { name: "Change the selection" }).getByRole("button", { name: "Stage" }).click();
  await page.getByRole("menuitem", { name: "Proposal sent" }).click();
  await row("Sicily").getByText("Proposal sent").waitFor();
  expect([(await read("Sicily")).stageName, (await read("Vienna")).stageName]).toEqual(["Proposal sent", "Proposal sent"]);
  await page.keyboard.press("z");
  await row("Sicily").getByText("Enquiry received").waitFor();
  expect([(await read("Sicily")).stageName, (await read("Vienna")).stageName]).toEqual(["Enquiry received", "Need qualified"]);
});

test("rows are deleted together and restored together", async () => {
  for (const name of ["Vienna", "Kyoto"]) await row(name).getByRole("checkbox").check({ force: true });
  await page.getByRole("button", { name: "Delete" }).click();
  await expect.poll(async () => (await names()).toSorted()).toEqual(["Naples", "Sicily"]);
  await foot().getByText("2 opportunities").waitFor();
  await page.keyboard.press("z");
  await expect.poll(async () => (await names()).length).toBe(4);
});

test("filters narrow rows and totals; a filter without result offers to clear it", async () => {
  await page.keyboard.press("f");
  await page.getByRole("menuitem", { name: "Manager" }).click();
  await page.getByRole("radio", { name: "Claire Lambert" }).click({ force: true });
  await expect.poll(names).toEqual(["Naples"]);
  await foot().getByText("1 opportunity").waitFor();
  expect(await foot().textContent()).toContain("€41,000.50");
  await page.goto("/opportunities/list?q=Atlantis");
  await page.getByText("No result with this filter.").waitFor();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect.poll(async () => (await names()).length).toBe(4);
});
