import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words as en } from "#words/en.ts";
import { words as fr } from "#words/fr.ts";
import { helpWords as helpEn } from "#words/help/en.ts";
import { helpWords as helpFr } from "#words/help/fr.ts";
import { helpWords as helpIt } from "#words/help/it.ts";
import { words as it } from "#words/it.ts";
import { startInstallation, type Installation } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

const HELP = { en: helpEn(en), fr: helpFr(fr), it: helpIt(it) };
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

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

test("by keyboard: the help of the board, a question found, a part of another topic, the shortcuts", async () => {
  const help = HELP.en;
  const page = await aSignedInPage(installation, browser);
  await heading(page, en.opportunity.title).waitFor();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: en.shell.shortcuts.title });
  await sheet.getByRole("link", { name: en.shell.help.here({ topic: en.opportunity.title }) }).press("Enter");
  await page.waitForURL("**/help/opportunities");
  await heading(page, help.topics.opportunities.title).waitFor();
  expect(await sheet.count()).toBe(0);

  await page.getByRole("searchbox", { name: help.search }).fill("NEWSLETTER silence");
  const { answer } = help.topics.contacts.questions[2];
  await page.getByText(answer.slice(0, 20)).waitFor();
  await page.getByRole("main").getByRole("listitem").getByRole("link").last().press("Enter");
  await page.waitForURL("**/help/contacts#questions");
  await heading(page, help.topics.contacts.title).waitFor();
  await expect.poll(() => page.locator(":focus").textContent()).toBe(help.parts.questions);

  await page.getByRole("link", { name: help.shortcuts }).press("Enter");
  await sheet.waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await page.goto("/contacts");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await page.waitForURL("**/help/contacts");
  await page.context().close();
});

test("the links of an article lead to its screens; a reader is not led to the settings", async () => {
  const page = await aSignedInPage(installation, browser, { role: "reader", at: "/help" });
  const screens = page.getByRole("list", { name: HELP.en.screens }).getByRole("link");
  await screens.first().waitFor();
  expect(await screens.allTextContents()).toEqual([en.opportunity.board, en.opportunity.list]);
  await screens.last().click();
  await page.waitForURL("**/opportunities/list");
  await page.context().close();
});

test("an address that leads to no article says so, and the topics stay beside it", async () => {
  const page = await aSignedInPage(installation, browser, { at: "/help/zanzibar" });
  await heading(page, HELP.en.noArticle).waitFor();
  await page.getByRole("main").getByRole("link", { name: HELP.en.topics.people.title }).click();
  await heading(page, HELP.en.topics.people.title).waitFor();
  await page.context().close();
});

test.each([
  ["en", "light", 1440],
  ["fr", "dark", 375],
  ["it", "light", 375],
  ["it", "dark", 1440],
] as const)("the help is sound (%s, %s, %i px)", async (language, theme, width) => {
  const help = HELP[language];
  const page = await aSignedInPage(installation, browser, { language, theme, width });
  if (width < 720) {
    await page.getByRole("button", { name: WORDS[language].shell.nav.more, exact: true }).click();
    await page.getByRole("dialog").getByRole("link", { name: WORDS[language].shell.help.title, exact: true }).click();
  } else await page.goto("/help/opportunities");
  await heading(page, help.topics.opportunities.title).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("searchbox", { name: help.search }).fill("zanzibar");
  await page.getByText(help.nothing).waitFor();
  await page.getByRole("searchbox", { name: help.search }).fill(help.topics.contacts.title);
  await page.getByRole("main").getByRole("listitem").getByRole("link").last().waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(0);
  await page.context().close();
});
