import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

let installation: Installation;
let browser: Browser;
let workspaceId: string;
let script: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  workspaceId = await anAgency(installation);
  script = await aUser(installation, workspaceId, { name: "Paul Moreau" });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const LINES = [
  { name: "Hotel", quantity: "36", unit: "person", unitPrice: "310.00", unitCost: "268.00" },
  { name: "Coach", quantity: "1", unit: "group", unitPrice: "4350.00", unitCost: "3720.00" },
];

async function withProducts(): Promise<Loose> {
  const one = await anOpportunity(script, { adults: 37, freePlaces: 1, objective: "20000.00" });
  await script.ask("POST", `/opportunities/${one.id}/products`, { body: { lines: LINES } });
  return one;
}

const total = (page: Page) => page.locator("tfoot td").nth(2);
const amount = async (id: string): Promise<Loose> => (await script.ask("GET", `/opportunities/${id}`)).body;

test("lines are added, changed in their cells, moved and removed; the amount follows, is typed, and follows again", async () => {
  const page = await aSignedInPage(installation, browser, { workspaceId });
  const one = await withProducts();
  await page.goto(`/opportunities/${one.id}?tab=products`);
  await total(page).getByText("15,510.00").waitFor();

  const price = page.getByLabel("Unit price, Hotel");
  await price.fill("320");
  await price.press("Enter");
  await total(page).getByText("15,870.00").waitFor();
  await page.getByLabel("Unit price, Coach").and(page.locator(":focus")).waitFor();

  await page.keyboard.press("Control+Enter");
  // What creates it goes while the catalogue is asked, and is there again with the answer.
  const answered = page.waitForResponse(/\/products\?.*q=Guide/);
  await page.keyboard.type("Guide");
  await answered;
  await page.getByRole("option", { name: "Guide" }).click();
  await page.getByLabel("Unit price, Guide").fill("240");
  await page.keyboard.press("Tab");
  await total(page).getByText("16,110.00").waitFor();

  await page.getByLabel("Quantity, Guide").press("Control+Shift+ArrowUp");
  const names = page.locator("tbody input[data-column=name]");
  await expect.poll(async () => Promise.all((await names.all()).map((cell) => cell.inputValue()))).toEqual(["Hotel", "Guide", "Coach"]);

  await page.getByText("Typed amount", { exact: true }).click();
  const typed = page.getByRole("textbox", { name: "Typed amount" });
  await typed.fill("17000");
  await typed.press("Enter");
  await page.getByText("difference +€890").first().waitFor();
  await expect.poll(() => amount(one.id)).toMatchObject({ amountSource: "typed", amount: { amount: "17000.00" } });
  await page.getByText("Follows the products", { exact: true }).click();
  await expect.poll(async () => (await amount(one.id)).amountSource).toBe("products");

  await page.getByRole("button", { name: "Actions for Guide" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await total(page).getByText("15,870.00").waitFor();
  await page.locator("body").press("z");
  await total(page).getByText("16,110.00").waitFor();
  await page.context().close();
});

test("rows of a spreadsheet become lines, and what cannot be read is not saved", async () => {
  const page = await aSignedInPage(installation, browser, { workspaceId });
  const one = await withProducts();
  await page.goto(`/opportunities/${one.id}?tab=products`);
  const name = page.getByLabel("Product, Coach");
  await name.focus();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify("Audiophones\t36\t9.00\t7.00\nGuide\t2\t240.00")})`);
  await page.keyboard.press("Control+v");
  await total(page).getByText("16,314.00").waitFor();
  const price = page.getByLabel("Unit price, Guide");
  await price.fill("dear");
  expect(await price.getAttribute("aria-invalid")).toBe("true");
  await price.press("Escape");
  expect(await price.inputValue()).toBe("240.00");
  await page.context().close();
});

test.each([
  ["en", "light", 1440],
  ["fr", "dark", 1440],
  ["it", "light", 375],
] as const)("the panel has nothing axe objects to (%s, %s, %i px)", async (language, theme, width) => {
  const page = await aSignedInPage(installation, browser, { workspaceId, language, theme, width });
  const one = await withProducts();
  await page.goto(`/opportunities/${one.id}?tab=products`);
  await page.locator("tfoot").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
