import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words as en } from "#words/en.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

let installation: Installation;
let browser: Browser;
let page: Page;
let user: TestUser;
let id: string;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  const workspaceId = await anAgency(installation);
  user = await aUser(installation, workspaceId);
  ({ id } = await anOpportunity(user, { name: "Naples" }));
  page = await aSignedInPage(installation, browser, { workspaceId });
  await page.clock.install();
  await page.goto(`/opportunities/${id}`);
  await page.getByRole("heading", { level: 1, name: /Naples/ }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const { shell } = en;
const rename = async (to: string): Promise<void> => {
  await page.getByRole("heading", { level: 1 }).getByRole("button").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(to);
  await page.keyboard.press("Enter");
};
const kept = async () => (await user.ask("GET", `/opportunities/${id}`)).body;

test("what is typed while nothing answers stays, and is saved once when the line is back", async () => {
  const { version } = await kept();
  await page.context().setOffline(true);
  await rename("Naples et Capri");
  await page.getByText(shell.offline, { exact: true }).waitFor();
  await page.clock.runFor(1000);
  await page.getByText(shell.kit.saving, { exact: true }).waitFor();
  await page.getByRole("heading", { level: 1, name: /Naples et Capri/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().setOffline(false);
  await page.getByText(shell.kit.saving, { exact: true }).waitFor({ state: "detached" });
  expect(await kept()).toMatchObject({ name: "Naples et Capri", version: version + 1 });
  await expect.poll(() => page.getByText(shell.offline, { exact: true }).count()).toBe(0);
});

test("after half a minute the field says that it is not saved; leaving asks, trying again saves", async () => {
  await page.context().setOffline(true);
  await rename("Naples et Ischia");
  await page.getByText(shell.offline, { exact: true }).waitFor();
  const retry = page.getByRole("button", { name: shell.kit.retry });
  await expect
    .poll(async () => {
      await page.clock.runFor(5000);
      return retry.count();
    })
    .toBe(1);
  await page.getByText(shell.kit.unsaved).waitFor();
  await page.getByRole("heading", { level: 1, name: /Naples et Ischia/ }).waitFor();
  await page.getByRole("link", { name: en.shell.nav.opportunities }).first().click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: shell.leaving.stay }).click();
  await question.waitFor({ state: "detached" });
  expect(new URL(page.url()).pathname).toBe(`/opportunities/${id}`);
  await page.context().setOffline(false);
  await retry.click();
  await retry.waitFor({ state: "detached" });
  await expect.poll(async () => (await kept()).name).toBe("Naples et Ischia");
  await page.getByRole("link", { name: en.shell.nav.opportunities }).first().click();
  await page.waitForURL("**/opportunities");
});

test("a session that ended is opened again over the page, and what was being saved is saved", async () => {
  await page.goto(`/opportunities/${id}`);
  await page.getByRole("heading", { level: 1, name: /Ischia/ }).waitFor();
  await page.context().clearCookies();
  await rename("Naples et Procida");
  const dialog = page.getByRole("alertdialog", { name: shell.session.title });
  await dialog.locator("input[type=password]").fill("une escale à Naples");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(async () => (await kept()).name).toBe("Naples et Procida");
  await page.getByRole("heading", { level: 1, name: /Procida/ }).waitFor();
});
