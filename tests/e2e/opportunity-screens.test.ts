import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

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

const WORDS = {
  fr: { empty: "Aucune opportunité pour l’instant", lose: "Marquer comme perdue", select: /^Sélectionner/ },
  it: { empty: "Ancora nessuna opportunità", lose: "Segna come persa", select: /^Seleziona/ },
} as const;

/** Nothing for axe to say, and nothing wider than the window. */
async function isSound(page: Page, screen: string): Promise<void> {
  expect(await violations(page), screen).toEqual([]);
  expect(await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth), screen).toBeLessThanOrEqual(0);
}

test.each([
  ["fr", "dark", 1440],
  ["it", "light", 375],
] as const)("every screen of opportunities is sound (%s, %s, %i px)", async (language, theme, width) => {
  const say = WORDS[language];
  const workspaceId = await anAgency(installation, { language });
  const page = await aSignedInPage(installation, browser, { workspaceId, language, theme, width });
  await page.getByRole("heading", { name: say.empty }).waitFor();
  await isSound(page, "empty board");
  const user = await aUser(installation, workspaceId);
  const { id } = await anOpportunity(user, {
    name: "Naples et côte amalfitaine, Capri et les îles du golfe",
    amount: "40600",
    departsOn: "2027-06-12",
    returnsOn: "2027-06-19",
    adults: 42,
    priority: true,
    destinations: [{ country: "IT", place: "Amalfi" }],
    expectedCloseOn: "2026-01-15",
  });
  await page.getByRole("article").waitFor();
  await isSound(page, "board");
  await page.goto("/opportunities/list");
  await page.getByRole("checkbox", { name: say.select }).last().check({ force: true });
  await page.locator("[data-bulk-bar]").waitFor();
  await isSound(page, "list with a selection");
  await page.goto(`/opportunities/${id}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await isSound(page, "overview");
  await page.goto(`/opportunities/${id}?tab=timeline`);
  await page.locator("[data-event]").first().waitFor();
  await isSound(page, "timeline");
  await page.keyboard.press("Shift+W");
  await page.getByRole("dialog").getByRole("button", { name: say.lose }).click();
  await isSound(page, "lost without a reason");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("m");
  await page.getByRole("dialog").getByRole("radio").first().waitFor();
  await isSound(page, "move");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("n");
  await page.getByRole("dialog").getByRole("textbox").first().waitFor();
  await isSound(page, "creation");
  await page.context().close();
});

test("a reader sees the board without what a reader may not do", async () => {
  const workspaceId = await anAgency(installation);
  const reader = await aSignedInPage(installation, browser, { workspaceId, role: "reader" });
  await reader.getByRole("heading", { name: "No opportunity yet" }).waitFor();
  expect(await reader.getByRole("button", { name: /New opportunity/ }).count()).toBe(0);
  await reader.keyboard.press("n");
  expect(await reader.getByRole("dialog").count()).toBe(0);
  await reader.context().close();
});
