import axe from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createUser } from "#server/user/create-user.ts";
import { anAgency, startInstallation, type Installation } from "../support/agency.ts";

const PASSWORD = "une escale à Naples";
const WORDS = {
  en: { create: "Create and open", name: "Name", client: "Client", list: "List", timeline: "Timeline" },
  fr: { create: "Créer et ouvrir", name: "Nom", client: "Client", list: "Liste", timeline: "Chronologie" },
  it: { create: "Crea e apri", name: "Nome", client: "Cliente", list: "Elenco", timeline: "Cronologia" },
} as const;

let installation: Installation;
let browser: Browser;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

async function signedIn(language: "en" | "fr" | "it", theme: "light" | "dark"): Promise<Page> {
  const workspaceId = await anAgency(installation, { language });
  const email = `${workspaceId}@escale.example`;
  await createUser(installation.application.database, {
    workspaceId,
    email,
    name: "Claire Lambert",
    role: "administrator",
    language,
    password: PASSWORD,
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: theme, locale: language });
  const page = await context.newPage();
  await page.goto(`${installation.application.address}/sign-in`);
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/opportunities");
  return page;
}

/** What axe finds wrong on the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as { axe: typeof axe };
    // React Aria's announcer labels its spoken image by an element it removes again: not a control of ours.
    const { violations: found } = await runner.run({ exclude: [["[data-live-announcer]"]] });
    return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")} ${node.html}`));
  });
}

test.each([
  ["en", "light"],
  ["fr", "dark"],
  ["it", "light"],
] as const)("an opportunity is created with its client and found on its page and in the list (%s, %s)", async (language, theme) => {
  const say = WORDS[language];
  const page = await signedIn(language, theme);
  await page.locator("main").waitFor();
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await page.keyboard.press("n");
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel(say.name, { exact: true }).fill("Naples et côte amalfitaine");
  await sheet.getByRole("combobox", { name: say.client }).first().fill("CE Lumière");
  await page.getByRole("option").last().click();
  await sheet.getByRole("button", { name: say.create }).click();
  await page.waitForURL(/\/opportunities\/[0-9a-f-]{36}/);
  await page.getByRole("heading", { level: 1, name: "Naples et côte amalfitaine" }).waitFor();
  expect(await page.getByText("CE Lumière").count()).toBeGreaterThan(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("tab", { name: say.timeline }).click();
  await page.locator("ol time").first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.goto(`${installation.application.address}/opportunities/list`);
  await page.getByRole("link", { name: "Naples et côte amalfitaine" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
