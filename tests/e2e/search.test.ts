import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words as en } from "#words/en.ts";
import { words as fr } from "#words/fr.ts";
import { words as it } from "#words/it.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

const WORDS = { en, fr, it };

let installation: Installation;
let browser: Browser;
let workspaceId: string;
let user: TestUser;
let sale: Loose;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  workspaceId = await anAgency(installation);
  user = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  sale = await anOpportunity(user, {
    name: "Naples et côte amalfitaine",
    client: { name: "Comité d’entreprise Lumière" },
    contacts: [{ contact: { firstName: "Hélène", lastName: "Ferrand", phone: "+33 6 12 34 56 78" } }],
    amount: "40600.00",
  });
  for (let index = 1; index <= 6; index += 1) await user.ask("POST", "/clients", { body: { name: `Chorale ${index}` } });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const field = (page: Page) => page.getByRole("combobox");
const active = async (page: Page): Promise<string> =>
  (await page.locator('[role=option][aria-selected="true"]').innerText()).replaceAll("\n", " ");

test.each([
  ["en", "light", 1440],
  ["fr", "dark", 1440],
  ["it", "light", 375],
] as const)("found by what was typed, whatever the accents, and opened (%s, %s, %i px)", async (language, theme, width) => {
  const { search: say, common } = WORDS[language];
  const page = await aSignedInPage(installation, browser, { workspaceId, language, theme, width });
  if (width < 720) await page.getByRole("button", { name: common.search, exact: true }).click();
  else await page.getByRole("button", { name: say.label }).click();
  await field(page).waitFor();
  expect(await violations(page)).toEqual([]);
  await field(page).pressSequentially("cote amalf");
  const found = page.getByRole("group", { name: say.group.opportunity }).getByRole("option", { name: "Naples et côte amalfitaine" });
  await found.getByText("Comité d’entreprise Lumière").waitFor();
  expect(await found.locator("strong").allInnerTexts()).toEqual(["côte amalf".split(" ")[0], "amalf"]);
  await page
    .getByText(say.count({ results: 1, acts: 5 }))
    .first()
    .waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/opportunities/${sale.id}`);
  await page.getByRole("heading", { level: 1, name: "Naples et côte amalfitaine" }).waitFor();
  await page.context().close();
});

test("the whole palette by the keyboard: opened, walked round, emptied, closed, the focus where it was", async () => {
  const { search: say, shell, opportunity } = en;
  const page = await aSignedInPage(installation, browser, { workspaceId, at: `/opportunities/${sale.id}` });
  await page.getByRole("heading", { level: 1, name: "Naples et côte amalfitaine" }).waitFor();
  await page.goto("/opportunities/list");
  const link = page.getByRole("link", { name: "Naples et côte amalfitaine" });
  await link.focus();
  await page.keyboard.press("Control+k");
  await field(page).waitFor();
  // Nothing typed: what was seen last, then what the focused row can do.
  await page.getByRole("group", { name: say.seen }).getByRole("option", { name: "Naples et côte amalfitaine" }).waitFor();
  await page.getByRole("group", { name: say.onScreen }).getByRole("option", { name: opportunity.act.move }).waitFor();
  await expect.poll(() => active(page)).toContain("Naples et côte amalfitaine");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => active(page)).toContain(shell.nav.help);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => active(page)).toContain("Naples et côte amalfitaine");
  await page.keyboard.press("End");
  await expect.poll(() => active(page)).toContain(shell.nav.help);
  await page.keyboard.press("Home");
  expect(await field(page).getAttribute("aria-activedescendant")).toBe(await page.locator('[aria-selected="true"]').getAttribute("id"));
  await field(page).fill("clients");
  await page.getByText(say.nothing({ text: "clients" })).waitFor();
  await expect.poll(() => active(page)).toContain(shell.nav.clients);
  await page.keyboard.press("Escape");
  expect(await field(page).inputValue()).toBe("");
  await page.keyboard.press("Escape");
  await field(page).waitFor({ state: "detached" });
  await page.locator("a:focus", { hasText: "Naples et côte amalfitaine" }).waitFor();

  // An act on the focused row is done on that row.
  await page.keyboard.press("/");
  await field(page).fill(opportunity.act.move);
  await expect.poll(() => active(page)).toContain(opportunity.act.move);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByText("Naples et côte amalfitaine").first().waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("s");
  await field(page).fill("activities");
  await page.getByRole("group", { name: say.go }).getByRole("option", { name: shell.nav.activities }).click();
  await page.waitForURL("**/activities");
  await page.context().close();
});

test("by telephone, with a letter wrong, by another word for an opportunity; the others on their list; what is not found is created by its name", async () => {
  const { search: say, shell, client } = en;
  const page = await aSignedInPage(installation, browser, { workspaceId });
  const ask = async (text: string): Promise<void> => {
    await page.getByRole("button", { name: say.label }).waitFor();
    await page.keyboard.press("Control+k");
    await field(page).fill(text);
  };
  await ask("06 12 34 56");
  await page
    .getByRole("group", { name: say.group.contact })
    .getByRole("option", { name: "Hélène Ferrand" })
    .getByText("06 12 34 56 78")
    .waitFor();
  await field(page).fill("amalfitiane");
  await page.getByText(say.near).waitFor();
  expect(await page.getByRole("option", { name: "Naples et côte amalfitaine" }).locator("strong").innerText()).toBe("amalfitaine");
  expect(await violations(page)).toEqual([]);
  await field(page).fill("trattativa");
  await page
    .getByRole("group", { name: say.group.opportunity, exact: true })
    .getByRole("option", { name: "Naples et côte amalfitaine" })
    .waitFor();
  expect(await page.getByRole("group", { name: say.aboutOpportunities }).getByRole("option").allInnerTexts()).toEqual([
    expect.stringContaining(shell.newOpportunity),
    expect.stringContaining(shell.nav.opportunities),
    expect.stringContaining(say.list),
  ]);
  await field(page).fill("chorale");
  await page.getByRole("option", { name: say.others({ n: 2 }) }).click();
  await page.waitForURL("**/clients?q=chorale");
  await page.getByRole("link", { name: "Chorale 6" }).waitFor();

  await ask("Amicale des sonneurs");
  await page.getByText(say.nothing({ text: "Amicale des sonneurs" })).waitFor();
  await page.getByRole("option", { name: say.createNamed({ what: client.new, name: "Amicale des sonneurs" }) }).click();
  expect(await page.getByRole("dialog").getByLabel(client.field.name, { exact: true }).inputValue()).toBe("Amicale des sonneurs");
  await page.context().close();
});
