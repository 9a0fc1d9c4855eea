import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words as en } from "#words/en.ts";
import { noticeWords } from "#words/notice/notice-words.ts";
import { words as fr } from "#words/fr.ts";
import { words as it } from "#words/it.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations, violationsByTheme } from "../support/browser.ts";

const WORDS = { en, fr, it };
const SECTIONS = [
  "me",
  "security",
  "notifications",
  "keyboard",
  "agency",
  "pipelines",
  "lists",
  "rates",
  "people",
  "teams",
  "outbox",
] as const;

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

test("stages are added, put in order by keyboard, and a new probability says what it moves", async () => {
  const { pipelines: say } = en.settings;
  const workspaceId = await anAgency(installation);
  const user = await aUser(installation, workspaceId);
  const { stageId } = await anOpportunity(user, { amount: "10000.00" });
  const { body: pipelines } = await user.ask("GET", "/pipelines");
  const first = pipelines.data[0].stages.find((stage: { id: string }) => stage.id === stageId);
  const page = await aSignedInPage(installation, browser, { workspaceId, at: "/settings/pipelines" });

  await page.getByRole("button", { name: say.addStage }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(say.stageName).fill("Option held");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: say.actions({ name: "Option held" }) }).click();
  await page.getByRole("menuitem", { name: say.moveUp }).click();
  await expect
    .poll(() => stageNames(page))
    .toEqual(["Enquiry received", "Need qualified", "Quote in progress", "Proposal sent", "Option held", "Negotiation"]);

  await typeProbability(page, "10%", "20");
  const question = page.getByRole("dialog");
  await question.getByText(say.effect({ count: 1 })).waitFor();
  // 10,000.00 at 10 % and at 20 %.
  await question.getByText("€1,000").waitFor();
  await question.getByText("€2,000").waitFor();
  expect(await violations(page)).toEqual([]);
  await question.getByRole("button", { name: en.common.cancel }).click();
  expect((await user.ask("GET", "/pipelines")).body.data[0].stages[0].probabilityPercent).toBe(first.probabilityPercent);

  await typeProbability(page, "10%", "20");
  await page.getByRole("dialog").getByRole("button", { name: say.apply }).click();
  await page.getByRole("button", { name: "20%", exact: true }).waitFor();
  expect((await user.ask("GET", "/opportunities")).body.data[0].probabilityPercent).toBe(20);
  await page.context().close();
});

test("single keys are switched off; what was said stays under the bell", async () => {
  const page = await aSignedInPage(installation, browser, { at: "/settings/keyboard" });
  await page.getByRole("switch", { name: en.settings.keyboard.singleKeys }).press("Space");
  await page.getByText(en.settings.keyboard.off, { exact: true }).waitFor();
  await page.locator("h1").click();
  await page.keyboard.press("n");
  await page.keyboard.press("?");
  await page.getByRole("switch").press("Space");
  await page.getByText(en.settings.keyboard.on, { exact: true }).waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.locator("h1").click();
  await page.keyboard.press("z");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: en.shell.shortcuts.title }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: en.shell.kit.notifications }).click();
  const panel = page.getByRole("dialog", { name: en.shell.kit.notifications });
  await panel.getByRole("radio", { name: noticeWords.en.bell.done }).click();
  await panel.getByRole("listitem").first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

/** Here they hold nothing yet; all the others look as accessibility.test.ts saw them. */
const EMPTY: readonly string[] = ["rates", "teams", "outbox"];

test.each([
  ["en", "dark"],
  ["fr", "light"],
  ["it", "dark"],
] as const)(
  "the sections are called in the menu what they are called on their page; axe finds nothing on the empty ones (%s, %s)",
  async (language, whole) => {
    const say = WORDS[language];
    const workspaceId = await anAgency(installation, { language });
    const { id } = await aUser(installation, workspaceId, { name: "Adrien Besson", role: "seller", overrides: { contacts: "read" } });
    const page = await aSignedInPage(installation, browser, { workspaceId, language });
    const found: Record<string, Record<string, string[]>> = {};
    await page.goto("/settings/me");
    const menu = page.getByRole("navigation", { name: say.settings.nav });
    for (const section of SECTIONS) {
      await menu.getByRole("link", { name: say.settings.section[section], exact: true }).click();
      await page.getByRole("heading", { level: 1, name: say.settings.section[section] }).waitFor();
      if (!EMPTY.includes(section)) continue;
      await isLoaded(page);
      found[section] = await violationsByTheme(page, whole);
    }
    await page.goto(`/settings/people/${id}`);
    await page.getByRole("heading", { level: 1, name: "Adrien Besson" }).waitFor();
    await isLoaded(page);
    found["user"] = await violationsByTheme(page, whole);
    await page.getByRole("button", { name: say.shell.menu.label({ name: "Claire Lambert" }) }).click();
    await page.getByRole("menuitem", { name: say.shell.menu.signOut }).click();
    await page.getByRole("heading", { name: say.access.signIn.title }).waitFor();
    await page.goto("/reset");
    await page.getByRole("heading", { name: say.access.reset.title }).waitFor();
    await page.goto("/invitation/unknown");
    await page.getByRole("heading", { name: say.access.link.title }).waitFor();
    expect(found).toEqual({ rates: {}, teams: {}, outbox: {}, user: {} });
    await page.context().close();
  },
);

async function typeProbability(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole("button", { name: from, exact: true }).click();
  await page.getByLabel(en.settings.pipelines.probability, { exact: true }).fill(to);
  await page.keyboard.press("Enter");
}

async function isLoaded(page: Page): Promise<void> {
  await expect.poll(() => page.locator("[aria-busy=true]").count()).toBe(0);
}

function stageNames(page: Page): Promise<(string | null)[]> {
  return page.getByRole("row").evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label")));
}
