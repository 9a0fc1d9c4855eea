import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words } from "#words/fr.ts";
import { parameterWords } from "#words/parameter-words.ts";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

const { activity, message, opportunity, product, myDay, timeline } = words;
const NAME = "Naples et côte amalfitaine";
const CALL = "Premier appel de Mme Ferrand";
const PROGRAMME = "Envoyer le programme";

let installation: Installation;
let browser: Browser;
let workspaceId: string;
let script: TestUser;
let page: Page;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  workspaceId = await anAgency(installation, { language: "fr" });
  script = await aUser(installation, workspaceId, { name: "Odile Script" });
  page = await aSignedInPage(installation, browser, { workspaceId, name: "Claire Lambert", role: "seller", language: "fr" });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const read = async (id: string): Promise<Loose> => (await script.ask("GET", `/opportunities/${id}`)).body;
const fact = (label: string): Locator =>
  page.locator("dl > div").filter({ has: page.locator("dt", { hasText: new RegExp(`^${label}$`) }) });
const tab = (name: string): Promise<void> => page.getByRole("tab", { name }).click();

async function type(label: string, text: string): Promise<void> {
  await fact(label).getByRole("button").first().click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** N from wherever one is: a name and the client, nothing more is known yet. */
async function createFromACall(): Promise<string> {
  await page.locator("body").press("n");
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel(opportunity.field.name, { exact: true }).fill(NAME);
  await sheet.getByRole("combobox", { name: opportunity.field.client }).first().fill("CE Lumière");
  await page.getByRole("option").last().click();
  expect(await violations(page)).toEqual([]);
  await sheet.getByRole("button", { name: opportunity.create.submit }).click();
  await page.waitForURL(/\/opportunities\/[0-9a-f-]{36}/);
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
  return /opportunities\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
}

async function noteTheCall(): Promise<void> {
  await tab(activity.title);
  await page.getByRole("button", { name: activity.logShort }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(activity.field.title, { exact: true }).fill(CALL);
  await dialog.getByRole("button", { name: words.common.save }).click();
  await dialog.waitFor({ state: "detached" });
}

async function complete(): Promise<void> {
  await tab(opportunity.tab.overview);
  await page.getByRole("button", { name: opportunity.addContact, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").first().fill("Hélène Ferrand");
  await page.getByRole("option").last().click();
  await dialog.getByRole("button", { name: opportunity.addContact, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await type(opportunity.field.departsOn, "12/6/2027");
  await fact(opportunity.field.departsOn)
    .getByText(/12 juin 2027/)
    .waitFor();
  await type(opportunity.field.duration, "8");
  await fact(opportunity.field.returnsOn)
    .getByText(/19 juin 2027/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
}

async function addProducts(): Promise<void> {
  await tab(product.title);
  for (const [name, price] of [
    ["Hôtel à Sorrente", "1240"],
    ["Autocar", "4350"],
  ] as const) {
    await page.getByRole("button", { name: product.add }).click();
    await page.getByRole("combobox", { name: product.add }).fill(name);
    await page.getByRole("option", { name }).click();
    const cell = page.getByLabel(product.cell({ column: product.unitPrice, name }));
    await cell.fill(price);
    await cell.press("Enter");
  }
  await page
    .locator("tfoot td")
    .nth(2)
    .getByText(/5\s590,00/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
}

async function planAndDo(): Promise<void> {
  await tab(activity.title);
  await page.getByRole("button", { name: activity.planShort }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(activity.field.title, { exact: true }).fill(PROGRAMME);
  await dialog.getByRole("button", { name: activity.planShort }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("checkbox", { name: activity.markDone({ title: PROGRAMME }) }).press("Space");
  const result = page.getByPlaceholder(activity.result);
  await result.fill("Envoyé, elle répond mardi");
  await result.press("Enter");
  await page.getByRole("button", { name: activity.planNext }).click();
  await dialog.getByLabel(activity.field.title, { exact: true }).fill("Rappeler Mme Ferrand");
  await dialog.getByRole("button", { name: activity.planShort }).click();
  await page.getByRole("checkbox", { name: activity.markDone({ title: "Rappeler Mme Ferrand" }) }).waitFor();
  expect(await violations(page)).toEqual([]);
}

/** Claire mentions Paul; he finds it on his day, answers, and she reads it without asking again. */
async function askPaul(): Promise<void> {
  const his = await aSignedInPage(installation, browser, { workspaceId, name: "Paul Moreau", language: "fr" });
  await tab(message.title);
  const composer = page.getByRole("textbox", { name: message.writeLabel });
  await composer.pressSequentially("Peux-tu relire le programme @mor");
  await page.getByRole("option", { name: "Paul Moreau" }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("article", { name: "Claire Lambert" }).getByText("@Paul Moreau").waitFor();
  expect(await violations(page)).toEqual([]);
  await his.goto("/");
  await his.getByText(/Peux-tu relire le programme/).waitFor();
  expect(await violations(his)).toEqual([]);
  await his.getByRole("heading", { name: myDay.mentions }).waitFor();
  await his.getByRole("link", { name: NAME }).last().click();
  await his.getByRole("textbox", { name: message.writeLabel }).fill("Relu, rien à redire.");
  await his.keyboard.press("Control+Enter");
  await page.getByRole("article", { name: "Paul Moreau" }).getByText("Relu, rien à redire.").waitFor();
  await his.context().close();
}

test("the day of a seller: from a first call to a won trip, by way of a loss", { timeout: 180_000 }, async () => {
  const id = await createFromACall();
  await noteTheCall();
  await complete();
  await addProducts();
  await planAndDo();
  await askPaul();

  await page.getByRole("button", { name: opportunity.act.lose, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(parameterWords.fr.lostReason.price, { exact: true }).click();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: opportunity.lose.confirm }).click();
  await page
    .getByText(/^Perdue le/)
    .first()
    .waitFor();
  await expect.poll(() => read(id)).toMatchObject({ outcome: "lost", lostReasonName: "Price" });
  await page.getByRole("button", { name: opportunity.act.reopen, exact: true }).click();
  await expect.poll(async () => (await read(id)).outcome).toBe("open");
  await page.getByRole("button", { name: opportunity.act.win, exact: true }).click();
  await page
    .getByText(/^Gagnée le/)
    .first()
    .waitFor();
  await expect
    .poll(() => read(id))
    .toMatchObject({
      outcome: "won",
      amount: { amount: "5590.00" },
      departsOn: "2027-06-12",
      returnsOn: "2027-06-19",
      manager: { name: "Claire Lambert" },
      contacts: [{ name: "Hélène Ferrand" }],
    });

  await tab(opportunity.tab.timeline);
  for (const text of [CALL, "Envoyé, elle répond mardi", "Relu, rien à redire."]) await page.getByText(text).first().waitFor();
  const told = await page.locator("[data-event]").allTextContents();
  const placeOf = (word: string): number => told.findIndex((text) => text.includes(word));
  expect(placeOf(timeline.kind.won)).toBeGreaterThanOrEqual(0);
  expect(placeOf(timeline.kind.won)).toBeLessThan(placeOf(timeline.kind.reopened));
  expect(placeOf(timeline.kind.reopened)).toBeLessThan(placeOf(timeline.kind.lost));
  expect(await violations(page)).toEqual([]);
});
