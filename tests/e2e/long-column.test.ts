import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser } from "../support/browser.ts";

const N = 1000;
const MOST_DRAWN = 40;

let installation: Installation;
let browser: Browser;
let page: Page;
let other: TestUser;
let stages: Loose[];

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  const workspaceId = await anAgency(installation);
  other = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  stages = (await other.ask("GET", "/pipelines")).body.data[0].stages;
  const { client } = await anOpportunity(other, { name: "Somewhere else", stageId: stages[2].id });
  // The dearest first, so that a card's place is its number.
  const numbers = Array.from({ length: N }, (_, at) => at + 1);
  const makers = Array.from({ length: 8 }, async () => {
    for (let n = numbers.pop(); n !== undefined; n = numbers.pop()) {
      const name = n % 3 === 0 ? `Trip ${n} with a name that is long enough to take a second line on its card` : `Trip ${n}`;
      await anOpportunity(other, { name, clientId: client.id, amount: String(100_000 - n) });
    }
  });
  await Promise.all(makers);
  page = await aSignedInPage(installation, browser, { workspaceId });
  const stream = page.waitForResponse(/\/events$/);
  await page.goto("/opportunities?sort=amount");
  await stream;
  await cards.first().waitFor();
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const cards = { first: (): Locator => column("Enquiry received").getByRole("listitem").first() };
const column = (stage: string): Locator => page.getByRole("region", { name: new RegExp(`^${stage}`) });
const drawn = (): Promise<number> => column("Enquiry received").getByRole("article").count();
const at = (place: number): Locator => column("Enquiry received").locator(`[aria-posinset="${place}"]`);
const scrollTo = (share: number): Promise<unknown> =>
  page.evaluate(`(() => { const board = document.querySelector("[data-board]"); board.scrollTop = board.scrollHeight * ${share}; })()`);
const scrolled = (): Promise<number> => page.evaluate<number>('document.querySelector("[data-board]").scrollTop');
const focusedPlace = (): Promise<string | null> =>
  page.evaluate<string | null>('document.activeElement.closest("[aria-posinset]")?.getAttribute("aria-posinset") ?? null');

test("a thousand cards are loaded as one scrolls, and few of them are ever drawn", async () => {
  expect(await drawn()).toBeLessThan(MOST_DRAWN);
  await expect
    .poll(
      async () => {
        await scrollTo(1);
        expect(await drawn()).toBeLessThan(MOST_DRAWN);
        return at(N).count();
      },
      { interval: 50, timeout: 60_000 },
    )
    .toBe(1);
  await at(N)
    .getByRole("link", { name: `Trip ${N},` })
    .waitFor();
  expect(await at(N).getAttribute("aria-setsize")).toBe(String(N));
  await scrollTo(0);
  await at(1).waitFor();
  await expect.poll(drawn).toBeLessThan(MOST_DRAWN);
});

test("arrows walk card by card far beyond what was drawn, also from a card that was scrolled out of sight", async () => {
  await scrollTo(0.5);
  await expect.poll(() => at(1).count()).toBe(0);
  await column("Enquiry received").getByRole("listitem").nth(5).getByRole("link").first().focus();
  const from = Number(await focusedPlace());
  expect(from).toBeGreaterThan(300);
  for (let step = 1; step <= 30; step += 1) {
    await page.keyboard.press("ArrowDown");
    expect(await focusedPlace()).toBe(String(from + step));
  }
  await scrollTo(0);
  await at(1).waitFor();
  expect(await focusedPlace()).toBe(String(from + 30));
  await page.keyboard.press("ArrowUp");
  expect(await focusedPlace()).toBe(String(from + 29));
  await expect.poll(() => at(1).count()).toBe(0);
  expect(await drawn()).toBeLessThan(MOST_DRAWN);
});

test("what others do leaves the reader where they are", async () => {
  const before = { place: await focusedPlace(), top: await scrolled() };
  await anOpportunity(other, { name: "By a colleague", stageId: stages[1].id });
  await expect.poll(() => column("Need qualified").getByRole("heading", { level: 2 }).getAttribute("aria-label")).toMatch(/1 opportunity/);
  expect(await focusedPlace()).toBe(before.place);
  expect(Math.abs((await scrolled()) - before.top)).toBeLessThan(2);
  expect(await column("Enquiry received").getByRole("button", { name: "Show more" }).count()).toBe(0);
});

test("from the middle a card is moved by key with the focus on it, and dragged by hand", async () => {
  const place = Number(await focusedPlace());
  await page.keyboard.press("m");
  await page.getByRole("dialog").getByRole("radio", { name: "Enquiry received" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const moved = column("Need qualified").getByRole("link", { name: new RegExp(`^Trip ${place}\\b`) });
  await moved.and(page.locator(":focus")).waitFor();
  // There is something to take back once the move was answered.
  await page
    .getByRole("status")
    .getByText(/moved to Need qualified/)
    .waitFor();
  await page.keyboard.press("z");
  await moved.waitFor({ state: "detached" });
  await scrollTo(0.5);
  const sixth = column("Enquiry received").getByRole("article").nth(5).getByRole("heading");
  // What was drawn above is drawn for a moment longer.
  await expect.poll(() => sixth.textContent(), { timeout: 10_000 }).not.toMatch(/^Trip \d{1,2}\b/);
  const name = (await sixth.textContent()) ?? "";
  const dragged = column("Enquiry received").getByRole("article").filter({ hasText: name });
  const box = await column("Quote in progress").boundingBox();
  await dragged.hover();
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 80, 400, { steps: 5 });
  await page.mouse.move((box?.x ?? 0) + 83, 403, { steps: 3 });
  await page.mouse.up();
  await scrollTo(0);
  await column("Quote in progress").getByRole("article").filter({ hasText: name }).waitFor();
});
