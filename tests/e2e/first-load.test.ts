import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation } from "../support/agency.ts";
import { aSignedInPage, startBrowser } from "../support/browser.ts";

const MOST = 15;

let installation: Installation;
let browser: Browser;
let signedIn: Page;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  const workspaceId = await anAgency(installation);
  await anOpportunity(await aUser(installation, workspaceId), { name: "Naples" });
  signedIn = await aSignedInPage(installation, browser, { workspaceId, language: "fr" });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

test("the board is there after fifteen requests at most, code for later included, and asks nothing twice", async () => {
  const context = await browser.newContext({
    baseURL: installation.application.address,
    storageState: await signedIn.context().storageState(),
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  // Half a second after the last one: what is fetched when the browser rests has come, too.
  await page.goto("/opportunities", { waitUntil: "networkidle" });
  await page.getByRole("article").waitFor();
  await expect.poll(() => asked.some((address) => address.includes("palette"))).toBe(true);
  expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(MOST);
  expect(new Set(asked).size, asked.join("\n")).toBe(asked.length);
  await context.close();
});
