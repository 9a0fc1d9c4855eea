import { existsSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Locale } from "#domain/shared/actor.ts";
import { words as en } from "#words/en.ts";
import { words as fr } from "#words/fr.ts";
import { words as it } from "#words/it.ts";
import { startInstallation, type Installation, type Loose } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const SAMPLES = path.join(ROOT, "tests", "samples");
const REAL = path.join(ROOT, "..", "shared", "real");
const WORDS = { en, fr, it };

let installation: Installation;
let browser: Browser;
beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

/** What the public API answers to the person of the page. */
const api = (page: Page, address: string): Promise<Loose> =>
  page.evaluate(async (asked) => (await fetch(`/api/v1${asked}`)).json(), address);

/** Chooses a file on the page of imports and waits for its columns. */
async function choose(page: Page, kind: string, file: string): Promise<void> {
  await page.goto(`/settings/imports?kind=${kind}`);
  await page.locator("input[type=file]").setInputFiles(file);
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await page.locator("ol").first().waitFor();
}

const { exchange } = en;
/** How many lines the page says will be created, changed, are the same or failed. */
const figures = (page: Page, ...words: string[]): Promise<string[]> =>
  Promise.all(words.map((word) => page.getByRole("link", { name: word }).first().locator("b").innerText()));

async function runTo(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: /^Import \d/ }).click();
  await page.getByRole("heading", { name: title }).waitFor();
}

test("a file is imported from the empty board: question, correction, figures, a second run, and taken back", async () => {
  const page = await aSignedInPage(installation, browser);
  await page.getByRole("button", { name: en.opportunity.empty.import }).click();
  await page.waitForURL("**/settings/imports?kind=opportunities");
  await page.locator("input[type=file]").setInputFiles(path.join(SAMPLES, "opportunities-en.csv"));
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await page.getByRole("button", { name: exchange.columns.next }).click();

  const question = page.getByRole("heading", { name: exchange.question.dates({ header: "Departure" }) });
  await question.waitFor();
  expect(await page.getByRole("button", { name: /^Import \d/ }).getAttribute("aria-disabled")).toBe("true");
  await page.getByText("03/04/2027 becomes 3 Apr 2027").click();
  await question.waitFor({ state: "detached" });
  await expect.poll(() => figures(page, exchange.counts.create, exchange.counts.failed)).toEqual(["6", "1"]);

  const wrong = page.getByLabel(exchange.rows.correctOf({ line: 8, column: "Amount" }));
  await wrong.fill("12000");
  await wrong.press("Enter");
  await page.getByRole("button", { name: exchange.foot.run({ n: 7 }) }).waitFor();
  await runTo(page, exchange.result.done({ n: 7 }));
  expect((await api(page, "/opportunities?count=exact&limit=1")).total).toBe(7);

  await page.getByRole("button", { name: exchange.result.see.opportunities }).click();
  await page.getByRole("link", { name: "Grand tour of Sicily" }).waitFor();
  expect(await page.locator("tfoot th").innerText()).toBe(en.opportunity.count({ n: 7 }));

  await choose(page, "opportunities", path.join(SAMPLES, "opportunities-en.csv"));
  await page.getByRole("button", { name: exchange.columns.next }).click();
  await page.getByText("03/04/2027 becomes 3 Apr 2027").click();
  await question.waitFor({ state: "detached" });
  await expect.poll(() => figures(page, exchange.counts.create, exchange.counts.same)).toEqual(["0", "6"]);
  await page.getByRole("button", { name: exchange.foot.giveUp }).click();
  await page.waitForURL("**/settings/imports");

  await page.getByRole("link", { name: "opportunities-en.csv" }).click();
  await page.getByRole("button", { name: exchange.result.revert }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: exchange.result.revert }).click();
  await page.getByRole("heading", { name: exchange.result.reverted }).waitFor();
  expect((await api(page, "/opportunities?count=exact&limit=1")).total).toBe(0);
  expect((await api(page, "/clients?count=exact&limit=1")).total).toBe(0);
  await page.context().close();
});

test("a wrong value is corrected once for all its lines; columns are mapped by hand", async () => {
  const page = await aSignedInPage(installation, browser, { at: "/settings/imports?kind=clients" });
  const bytes = Buffer.from("Colour,Land\nAmicale bleue,Atlantide\nAmicale verte,Atlantide\nAmicale rouge,France\n");
  await page.locator("input[type=file]").setInputFiles({ name: "colours.csv", mimeType: "text/csv", buffer: bytes });
  await page.getByText(exchange.columns.missing({ field: exchange.field.name })).waitFor();
  for (const [header, field] of [
    ["Colour", exchange.field.name],
    ["Land", exchange.field.country],
  ] as const) {
    await page.getByRole("button", { name: exchange.columns.fieldOf({ header }) }).click();
    await page.getByRole("option", { name: field, exact: true }).click();
    await page.getByText(exchange.columns.of({ taken: header === "Land" ? 2 : 1, all: 2 })).waitFor();
  }
  await page.getByRole("button", { name: exchange.columns.next }).click();
  const wrong = page.getByLabel(exchange.rows.correctOf({ line: 2, column: "Land" }));
  await wrong.fill("Italie");
  await wrong.press("Enter");
  await page.getByText(exchange.rows.applyAsk({ to: "Italie", n: 1, from: "Atlantide" })).waitFor();
  await page.getByRole("button", { name: exchange.rows.apply, exact: true }).click();
  await page.getByRole("button", { name: exchange.foot.run({ n: 3 }) }).waitFor();
  await runTo(page, exchange.result.done({ n: 3 }));
  const clients = (await api(page, "/clients?sort=name")).data;
  expect(clients.map((one: Loose) => [one.name, one.address.country])).toEqual([
    ["Amicale bleue", "IT"],
    ["Amicale rouge", "FR"],
    ["Amicale verte", "IT"],
  ]);
  await page.context().close();
});

test.each<[Locale, "light" | "dark", number]>([
  ["en", "dark", 1440],
  ["fr", "light", 1440],
  ["it", "light", 375],
  ["fr", "dark", 375],
])("the screens of an import are whole in %s, %s, %d px", async (language, theme, width) => {
  const say = WORDS[language].exchange;
  const page = await aSignedInPage(installation, browser, { language, theme, width, height: width < 720 ? 812 : 900 });
  await choose(page, "opportunities", path.join(SAMPLES, "opportunities-en.csv"));
  await page.getByRole("heading", { level: 1, name: say.titleOf.opportunities }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: say.columns.next }).click();
  await page.getByRole("heading", { name: say.question.dates({ header: "Departure" }) }).waitFor();
  await page.getByRole("heading", { name: say.rows.failed }).waitFor();
  // The pointer stays where the next button says why it waits: that sentence is not looked at here.
  await page.mouse.move(0, 0);
  await page.getByRole("tooltip").waitFor({ state: "detached" });
  expect(await violations(page)).toEqual([]);
  expect(
    await page.locator("html").evaluate((html: { scrollWidth: number; clientWidth: number }) => html.scrollWidth - html.clientWidth),
  ).toBe(0);
  await page.goto("/settings/imports");
  await page.getByRole("link", { name: "opportunities-en.csv" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test("a list is exported as it is shown; without the right there is no way to", async () => {
  const page = await aSignedInPage(installation, browser, { language: "fr" });
  await choose(page, "clients", path.join(SAMPLES, "clients-fr.csv"));
  await page.getByRole("button", { name: fr.exchange.columns.next }).click();
  await page.getByRole("button", { name: fr.exchange.foot.run({ n: 5 }) }).click();
  await page.getByRole("heading", { name: fr.exchange.result.done({ n: 5 }) }).waitFor();
  await page.goto("/settings/imports");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: fr.exchange.kind.clients, exact: true }).last().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^clients-\d{4}-\d{2}-\d{2}\.csv$/);
  await page.context().close();
  const seller = await aSignedInPage(installation, browser, { role: "seller", at: "/opportunities/list" });
  await seller.getByRole("button", { name: en.common.import, exact: true }).waitFor();
  expect(await seller.getByRole("button", { name: en.common.export, exact: true }).count()).toBe(0);
  await seller.context().close();
});

test.skipIf(!existsSync(REAL))(
  "the real export (../shared/real): its figures on the board, in the list and by the API; twice; taken back",
  async () => {
    const page = await aSignedInPage(installation, browser);
    const files = [
      ["clients", "accountData.csv", 423],
      ["opportunities", "opportunityData.csv", 38],
    ] as const;
    for (const [kind, file, n] of files) {
      await choose(page, kind, path.join(REAL, file));
      await page.getByRole("button", { name: exchange.columns.next }).click();
      await page.getByRole("button", { name: exchange.foot.run({ n }) }).waitFor();
      await runTo(page, exchange.result.done({ n }));
    }
    const all = await api(page, "/opportunities?count=exact&totals=true&limit=200");
    expect([all.total, all.totals.amount.amount, all.totals.likely.amount]).toEqual([38, "6270000.00", "4858000.00"]);
    expect(all.data.every((one: Loose) => one.client.name !== "")).toBe(true);
    const won = (await api(page, "/opportunities?outcome=won&totals=true&limit=1")).totals;
    expect([won.count, won.amount.amount]).toEqual([8, "2200000.00"]);
    expect((await api(page, "/clients?count=exact&limit=1")).total).toBe(423);

    await page.goto("/opportunities/list?outcome=all");
    await page.locator("tfoot").waitFor();
    expect(await page.locator("tfoot th").innerText()).toBe(en.opportunity.count({ n: 38 }));
    expect(await page.locator("tfoot").innerText()).toContain("6,270,000");
    await page.goto("/opportunities");
    const open = all.data.filter((one: Loose) => one.outcome === "open");
    const total = open.reduce((sum: number, one: Loose) => sum + Number(one.amount.amount), 0);
    const facts = page.locator("main p", { hasText: en.opportunity.weighted }).first();
    expect(await facts.innerText()).toContain(en.opportunity.openCount({ n: open.length }));
    expect(await facts.innerText()).toContain(total.toLocaleString("en-GB"));

    for (const [kind, file, n] of files) {
      await choose(page, kind, path.join(REAL, file));
      await page.getByRole("button", { name: exchange.columns.next }).click();
      await page.getByRole("heading", { name: exchange.rows.same }).waitFor();
      await expect
        .poll(() => figures(page, exchange.counts.create, exchange.counts.update, exchange.counts.same))
        .toEqual(["0", "0", String(n)]);
      await page.getByRole("button", { name: exchange.foot.giveUp }).click();
      await page.waitForURL("**/settings/imports");
    }
    for (const file of ["opportunityData.csv", "accountData.csv"]) {
      await page.goto("/settings/imports");
      await page.getByRole("link", { name: file }).click();
      await page.getByRole("button", { name: exchange.result.revert }).click();
      await page.getByRole("alertdialog").getByRole("button", { name: exchange.result.revert }).click();
      await page.getByRole("heading", { name: exchange.result.reverted }).waitFor();
    }
    expect((await api(page, "/opportunities?count=exact&limit=1")).total).toBe(0);
    expect((await api(page, "/clients?count=exact&limit=1")).total).toBe(0);
    await page.context().close();
  },
);
