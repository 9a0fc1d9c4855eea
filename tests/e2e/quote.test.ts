import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { QuoteSheet, SheetLine } from "#domain/quote/quote-sheet.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";
import { add, at, line, Quoting, set } from "../support/quoting.ts";

let installation: Installation;
let browser: Browser;
let workspaceId: string;
let script: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  workspaceId = await anAgency(installation);
  script = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  await script.ask("PUT", "/exchange-rates/USD", { body: { rate: "0.9" } });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const { ask } = new Quoting(() => script);

const PRODUCTS = [
  { name: "Flight", quantity: "40", unit: "person", unitPrice: "260.00", unitCost: "214.00" },
  { name: "Coach", quantity: "1", unit: "group", unitPrice: "7000.00", unitCost: "5900.00" },
];

const cell = (page: Page, name: string, column: number) =>
  page.locator("tr", { has: page.getByRole("rowheader", { name, exact: false }) }).locator(`[data-column="${column}"]`);
const typed = async (page: Page, name: string, [column, text]: readonly [number, string]): Promise<void> => {
  await cell(page, name, column).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
};
/** What Ctrl+V brings, without the clipboard of the machine. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }`);
const saved = (page: Page) => page.getByText(/Saved \d+ s ago/).waitFor();
const sheetOf = async (page: Page): Promise<QuoteSheet> => {
  const [, id] = /quotes\/([^?]+)/.exec(page.url()) ?? [];
  return (await ask("GET", `/quotes/${id}/versions/1`)).sheet as QuoteSheet;
};

/** The rules once more, plainly and with a computer's numbers: mark-up on cost, one free place for twenty, up to 5. */
function plainPrice(sheet: QuoteSheet, payers: number): { readonly exact: number; readonly price: number; readonly cost: number } {
  const free = Math.floor(payers / 20);
  const unit = (one: SheetLine): number => Number(one.unitCost) * (one.currency === "USD" ? 0.9 : 1) * one.repetitions;
  const cost = (one: SheetLine, heads: number): number => {
    if (one.quantityType === "perPerson") return unit(one) * heads;
    if (one.quantityType === "roomShared") return (unit(one) * heads) / (one.capacity ?? 1);
    return one.quantityType === "perCapacity" ? unit(one) * Math.ceil(heads / (one.capacity ?? 1)) : unit(one);
  };
  const base = sheet.lines.filter(({ part }) => part === "base");
  const markup = (one: SheetLine): number => 1 + Number(one.ratePercent ?? sheet.ratePercent) / 100;
  const withFree = (one: SheetLine): number => payers + (one.consumers.includes("freePlaces") ? free : 0);
  const bare = base.reduce((sum, one) => sum + (cost(one, payers) * markup(one)) / payers, 0);
  const total = base.reduce((sum, one) => sum + cost(one, withFree(one)), 0);
  const extra = total - base.reduce((sum, one) => sum + cost(one, payers), 0);
  const exact = bare + (extra * (1 + Number(sheet.ratePercent) / 100)) / payers;
  return { exact, price: Math.ceil(Number((exact / 5).toFixed(6))) * 5, cost: total };
}

const written = (amount: number): string =>
  new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount);

test("from the products of an opportunity to the chosen quote: 20 lines over 5 days, 4 bases, 2 currencies, every figure as reckoned apart", async () => {
  const one = await anOpportunity(script, { name: "Naples", adults: 40, departsOn: "2027-06-12", returnsOn: "2027-06-16" });
  await ask("POST", `/opportunities/${one.id}/products`, { lines: PRODUCTS });
  const page = await aSignedInPage(installation, browser, { workspaceId, at: `/opportunities/${one.id}?tab=products` });
  await page.getByRole("button", { name: "Create a quote from these products" }).click();
  await page.getByRole("grid").waitFor();
  await page.getByText("Day 5 · 16 Jun").waitFor();

  await page.getByRole("button", { name: /^Default margin/ }).click();
  await page.getByText("Mark-up on cost", { exact: true }).click();
  const rate = page.getByRole("dialog").getByRole("textbox");
  await rate.fill("22");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Group/ }).click();
  await page.getByLabel("Numbers of payers").fill("20 30 40 50");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Free places/ }).click();
  await page.getByText("One for so many payers", { exact: true }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Rounding/ }).click();
  await page.getByText("Always up", { exact: true }).click();
  await page.keyboard.press("Escape");

  for (const day of [1, 2, 3, 4, 5]) {
    await page.getByRole("rowheader", { name: `Day ${day} ·` }).click();
    const rows = [`Hotel ${day}\tshared room\t${80 + day}.50`, `Visit ${day}\tper person\t${12 * day} USD`, `Guide ${day}\tper group\t180`];
    await paste(page, (day < 3 ? [...rows, `Meal ${day}\t\t24.90\t18 %`] : rows).join("\n"));
  }
  await page.getByRole("rowheader", { name: "Visit 5" }).waitFor();
  await typed(page, "Hotel 3", [3, "25"]);
  await page.getByRole("button", { name: "Option", exact: true }).click();
  await page.getByLabel("Internal name").fill("Farewell dinner");
  await page.getByLabel("Unit cost").fill("45");
  await page.keyboard.press("Escape");
  await page.getByRole("rowheader", { name: "Farewell dinner" }).waitFor();
  await page.getByRole("button", { name: "40–49" }).click();
  await saved(page);

  const sheet = await sheetOf(page);
  expect(sheet.lines).toHaveLength(20);
  expect(new Set(sheet.lines.map(({ currency }) => currency))).toEqual(new Set(["EUR", "USD"]));
  for (const [index, payers] of [20, 30, 40, 50].entries()) {
    const apart = plainPrice(sheet, payers);
    expect(await cell(page, "Calculated price", 4 + index).textContent()).toBe(written(apart.exact));
    expect(await cell(page, "Selling price", 4 + index).textContent()).toBe(`€${written(apart.price).replace(".00", "")}`);
  }
  const { price, cost } = plainPrice(sheet, 40);
  const side = page.getByRole("complementary");
  await side.getByText(`€${written(price * 40).replace(".00", "")}`).waitFor();
  await side.getByText(`€${new Intl.NumberFormat("en-GB").format(Math.round(cost))}`, { exact: true }).waitFor();
  // 45.00 × 1.22 = 54.90, up to 5.
  expect(await cell(page, "Farewell dinner", 4).textContent()).toBe("+\u00a0€55");

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Choose this version" }).click();
  await page.getByText("This version is chosen and no longer changes.").waitFor();
  await page.getByRole("link", { name: /^Opportunity/ }).click();
  await page.getByRole("tabpanel").getByText("Chosen", { exact: true }).waitFor();
  const { chosen } = await ask("GET", `/opportunities/${one.id}/quotes`);
  expect(chosen).toMatchObject({ payers: 40, total: { amount: `${price * 40}.00` } });
  await page.context().close();
});

async function aQuote(lines: readonly SheetLine[]): Promise<Loose> {
  const made = await ask("POST", "/quotes", { from: {}, name: "Tour of Umbria" });
  const edits = [
    set("bases", made.sheet.bases, [20, 40]),
    set("ratePercent", null, "20"),
    set("mode", made.sheet.mode, "markup"),
    ...lines.toReversed().map(add),
  ];
  const { quote } = await ask("PATCH", at(made.quote), { edits: edits.filter((edit) => edit.kind !== "setSheet" || edit.was !== edit.to) });
  return quote;
}

test("two people in one quote: each other's fields come in, one field is asked about", async () => {
  const quote = await aQuote([
    line({ name: "Coach", quantityType: "perGroup", unitCost: "5900.00" }),
    line({ name: "Guide", unitCost: "10.00" }),
  ]);
  const where = { workspaceId, at: `/quotes/${quote.id}?version=1` };
  const [claire, marco] = await Promise.all([
    aSignedInPage(installation, browser, { ...where, name: "Claire Lambert" }),
    aSignedInPage(installation, browser, { ...where, name: "Marco Neri" }),
  ]);
  await Promise.all([claire, marco].map((page) => page.getByRole("grid").waitFor()));
  await typed(claire, "Coach", [2, "6200"]);
  await typed(marco, "Guide", [3, "30"]);
  await expect.poll(() => cell(marco, "Coach", 2).textContent()).toBe("6,200.00");
  await expect.poll(() => cell(claire, "Guide", 3).textContent()).toBe("30%");

  // What Marco saves does not reach Claire before she has typed the same cell.
  await claire.route("**/quotes/*/versions/1", (route) => (route.request().method() === "GET" ? undefined : route.continue()));
  await typed(marco, "Coach", [2, "7000"]);
  await saved(marco);
  await typed(claire, "Coach", [2, "6500"]);
  const asked = claire.getByRole("alert", { name: /changed/i });
  await asked.getByText("7000").waitFor();
  await asked.getByText("6500").waitFor();
  await claire.unroute("**/quotes/*/versions/1");
  await asked.getByRole("button").first().click();
  await expect.poll(() => cell(marco, "Coach", 2).textContent()).toBe("6,500.00");
  await Promise.all([claire.context().close(), marco.context().close()]);
});

test("by keys alone: a block of 30 lines is pasted, copied, taken back; a line is added, moved, given its inherited rate again", async () => {
  const quote = await aQuote([line({ name: "Coach", unitCost: "100.00", ratePercent: "25" }), line({ name: "Guide", unitCost: "10.00" })]);
  const page = await aSignedInPage(installation, browser, { workspaceId, at: `/quotes/${quote.id}?version=1` });
  await page.getByRole("grid").waitFor();
  await page.locator('[data-row="1"][data-column="0"]').focus();
  const rows = Array.from({ length: 30 }, (_, index) => `Service ${index + 1}\tper person\t${index + 1}.50`);
  await page.locator('[data-row="0"][data-column="0"]').click();
  await page.keyboard.press("ArrowDown");
  await paste(page, rows.join("\r\n"));
  const names = page.locator("tbody th [class*=text]");
  await expect.poll(() => names.count()).toBeGreaterThanOrEqual(31);
  await page.keyboard.press("Control+z");
  await page.getByRole("rowheader", { name: "Guide" }).waitFor();
  await page.getByRole("rowheader", { name: "Service 2" }).waitFor({ state: "detached" });
  await page.keyboard.press("Control+Shift+Z");
  await page.getByRole("rowheader", { name: "Service 30" }).waitFor();

  await page.keyboard.press("Control+Home");
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  expect(await cell(page, "Coach", 3).textContent()).toBe("25%");
  await page.keyboard.press("Delete");
  await expect.poll(() => cell(page, "Coach", 3).textContent()).toBe("20%");
  await page.keyboard.press("ArrowRight");
  expect(await page.getByText("€100 × 1.2 = €120").isVisible()).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "How this figure comes about" }).getByText("part of the price, Coach").waitFor();
  await page.keyboard.press("Escape");

  await page.locator('[data-row="0"][data-column="0"]').focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => page.locator("tbody th").nth(1).textContent()).toContain("Coach");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Boat");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("500");
  await page.keyboard.press("Enter");
  await saved(page);
  const { lines } = await sheetOf(page);
  expect(lines.slice(0, 3).map(({ name }) => name)).toEqual(["Service 1", "Coach", "Boat"]);
  expect(lines[2]?.unitCost).toBe("500");
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
