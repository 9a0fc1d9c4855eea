import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startInstallation, type Installation } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

const WORDS = {
  en: { create: "Create and open", name: "Name", client: "Client", list: "List", timeline: "Timeline" },
  fr: { create: "Créer et ouvrir", name: "Nom", client: "Client", list: "Liste", timeline: "Chronologie" },
  it: { create: "Crea e apri", name: "Nome", client: "Cliente", list: "Elenco", timeline: "Cronologia" },
} as const;

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

test.each([
  ["en", "light"],
  ["fr", "dark"],
  ["it", "light"],
] as const)("an opportunity is created with its client and found on its page and in the list (%s, %s)", async (language, theme) => {
  const say = WORDS[language];
  const page = await aSignedInPage(installation, browser, { language, theme });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("n");
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel(say.name, { exact: true }).fill("Naples et côte amalfitaine");
  await sheet.getByRole("combobox", { name: say.client }).first().fill("CE Lumière");
  await page.getByRole("option").last().click();
  await sheet.getByRole("button", { name: say.create }).click();
  await page.waitForURL(/\/opportunities\/[0-9a-f-]{36}/);
  await page.getByRole("heading", { level: 1, name: "Naples et côte amalfitaine" }).waitFor();
  await page.getByText("CE Lumière").first().waitFor({ state: "attached" });
  expect(await violations(page)).toEqual([]);
  await page.getByRole("tab", { name: say.timeline }).click();
  await page.locator("ol time").first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.goto("/opportunities/list");
  await page.getByRole("link", { name: "Naples et côte amalfitaine" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
