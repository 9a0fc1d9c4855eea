import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words as en } from "#words/en.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type TestUser } from "../support/agency.ts";
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

const { peek } = en.common;

async function anAgencyWith(): Promise<{ readonly workspaceId: string; readonly user: TestUser }> {
  const workspaceId = await anAgency(installation);
  return { workspaceId, user: await aUser(installation, workspaceId, { name: "Paul Moreau" }) };
}

const panel = (page: Page, name: string) => page.getByRole("complementary", { name: peek.of({ name }) });
const focused = (page: Page): Promise<string | null> => page.evaluate("document.activeElement.getAttribute('href')");

test("Space shows a card beside the board and the arrows take the peek along; the focus stays on the card, Enter opens it", async () => {
  const { workspaceId, user } = await anAgencyWith();
  const made = [];
  for (const [name, expectedCloseOn] of Object.entries({ Naples: "2027-01-10", Sicily: "2027-01-20", Vienna: "2027-01-30" }))
    made.push(await anOpportunity(user, { name, amount: "40600", expectedCloseOn }));
  const stages = (await user.ask("GET", "/pipelines")).body.data[0].stages;
  await anOpportunity(user, { name: "Kyoto", stageId: stages[1].id });
  const page = await aSignedInPage(installation, browser, { workspaceId });
  const card = page.locator("article h3 a").filter({ hasText: "Naples" });
  await card.focus();
  await page.keyboard.press("Space");
  await panel(page, "Naples").getByText("€40,600").waitFor();
  const board = await page.getByRole("group", { name: en.opportunity.board }).boundingBox();
  const beside = await panel(page, "Naples").boundingBox();
  expect(beside?.width).toBe(480);
  expect(Number(board?.x) + Number(board?.width)).toBeLessThanOrEqual(Number(beside?.x));
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await panel(page, "Sicily").getByText(en.timeline.last).waitFor();
  expect(await focused(page)).toBe(`/opportunities/${made[1]?.id}`);
  await page.keyboard.press("j");
  await panel(page, "Vienna").waitFor();
  await page.keyboard.press("Escape");
  await panel(page, "Vienna").waitFor({ state: "detached" });
  expect(await focused(page)).toBe(`/opportunities/${made[2]?.id}`);
  await page.keyboard.press("Enter");
  // Of its own column, whatever stands in the others.
  await page.getByText("3 / 3", { exact: true }).waitFor();
  await page.reload();
  await page.getByText("3 / 3", { exact: true }).waitFor();
  await page.keyboard.press("k");
  await page.getByRole("heading", { level: 1, name: "Sicily" }).waitFor();
  await page.getByText("2 / 3", { exact: true }).waitFor();
  await page.context().close();
});

test("rows of opportunities, clients and contacts are peeked at; a box of the row keeps its Space", async () => {
  const { workspaceId, user } = await anAgencyWith();
  await anOpportunity(user, { name: "Naples", client: { name: "Comité Lumière" } });
  await user.ask("POST", "/contacts", { body: { lastName: "Ferrand", jobTitle: "Treasurer" } });
  const page = await aSignedInPage(installation, browser, { workspaceId });
  for (const [address, name] of [
    ["/opportunities/list", "Naples"],
    ["/clients", "Comité Lumière"],
    ["/contacts", "Ferrand"],
  ] as const) {
    await page.goto(address);
    await page.locator("tbody th a").first().focus();
    await page.keyboard.press("Space");
    await panel(page, name).locator("dl").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Space");
    await panel(page, name).waitFor({ state: "detached" });
    await page.locator("tbody tr").first().hover();
    await page.getByRole("button", { name: peek.of({ name }) }).click();
    await panel(page, name).getByRole("button", { name: peek.close }).click();
    await panel(page, name).waitFor({ state: "detached" });
  }
  await page.goto("/opportunities/list");
  await page.getByRole("checkbox", { name: en.opportunity.select({ name: "Naples" }) }).focus();
  await page.keyboard.press("Space");
  await page.locator("tr[data-selected]").waitFor();
  expect(await panel(page, "Naples").count()).toBe(0);
  await page.context().close();
});

test("on a phone the peek is a sheet", async () => {
  const { workspaceId, user } = await anAgencyWith();
  await anOpportunity(user, { name: "Naples", client: { name: "Comité Lumière" } });
  const page = await aSignedInPage(installation, browser, { workspaceId, width: 375, height: 812, at: "/clients" });
  await page.getByRole("button", { name: peek.of({ name: "Comité Lumière" }) }).click();
  const sheet = page.getByRole("dialog", { name: "Comité Lumière" });
  await sheet.getByText("Naples").first().waitFor();
  expect(await violations(page)).toEqual([]);
  await sheet.getByRole("link", { name: en.common.open, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Comité Lumière" }).waitFor();
  await page.context().close();
});

test("the sequence goes on past what the list had loaded; without single keys Space peeks and J does nothing", async () => {
  const { workspaceId, user } = await anAgencyWith();
  const numbers = Array.from({ length: 57 }, (_, n) => String(n + 1).padStart(2, "0"));
  for (const n of numbers) await user.ask("POST", "/clients", { body: { name: `Club ${n}` } });
  const page = await aSignedInPage(installation, browser, { workspaceId, at: "/clients" });
  await page.getByRole("link", { name: "Club 01", exact: true }).click();
  for (const n of numbers.slice(0, 54)) {
    await page.getByText(`${Number(n)} / 57`, { exact: true }).waitFor();
    await page.keyboard.press("j");
  }
  await page.getByRole("heading", { level: 1, name: "Club 55" }).waitFor();
  await page.evaluate(() =>
    fetch("/api/v1/me", { method: "PATCH", headers: { "content-type": "application/json" }, body: JSON.stringify({ singleKeys: false }) }),
  );
  await page.goto("/clients");
  await page.getByRole("link", { name: "Club 01", exact: true }).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("Space");
  await panel(page, "Club 01").waitFor();
  await page.keyboard.press("ArrowDown");
  await panel(page, "Club 02").waitFor();
  await page.keyboard.press("Escape");
  await panel(page, "Club 02").waitFor({ state: "detached" });
  await page.context().close();
});

test("the palette begins with what was seen last, as it is now: renamed it has its new name, gone it is not there", async () => {
  const { workspaceId, user } = await anAgencyWith();
  const kept = await anOpportunity(user, { name: "Naples" });
  const gone = (await user.ask("POST", "/clients", { body: { name: "Club alpin" } })).body;
  const page = await aSignedInPage(installation, browser, { workspaceId });
  for (const [address, name] of [
    [`/opportunities/${kept.id}`, "Naples"],
    [`/clients/${gone.id}`, "Club alpin"],
  ] as const) {
    await page.goto(address);
    await page.getByRole("heading", { level: 1, name }).waitFor();
  }
  await user.ask("PATCH", `/opportunities/${kept.id}`, { body: { name: "Naples and Capri" } });
  await user.ask("DELETE", `/clients/${gone.id}`);
  await page.goto("/help");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+k");
  const seen = page.getByRole("group", { name: en.search.seen });
  await seen.getByRole("option", { name: "Naples and Capri" }).waitFor();
  expect(await seen.getByRole("option").count()).toBe(1);
  const stored = await page.evaluate<string>("Object.entries(localStorage).filter(([key]) => key.startsWith('escale.seen.')).join()");
  expect(stored).toContain(kept.id);
  expect(stored).not.toContain("Naples");
  await page.context().close();
});

test("everybody of the project has a row in the tab of contacts, with what may be done", async () => {
  const { workspaceId, user } = await anAgencyWith();
  const person = (await user.ask("POST", "/contacts", { body: { lastName: "Ferrand" } })).body;
  const { id } = await anOpportunity(user);
  const contacts = [{ contactId: person.id, role: "billing", isMain: true }];
  expect((await user.ask("PUT", `/opportunities/${id}/contacts`, { body: { contacts } })).status).toBe(200);
  const page = await aSignedInPage(installation, browser, { workspaceId, at: `/opportunities/${id}` });
  await page.getByRole("tab", { name: en.contact.title }).waitFor();
  await page.keyboard.press("t");
  await page.keyboard.press("k");
  const tab = page.getByRole("tabpanel");
  await tab.getByText(en.opportunity.role.billing).waitFor();
  await tab.getByRole("button", { name: "Ferrand" }).click();
  await page.getByRole("menuitem", { name: en.opportunity.removeContact }).click();
  await tab.getByText(en.opportunity.noContact).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("c");
  await page.keyboard.type("Rooms on the sea");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Rooms on the sea").first().waitFor();
  await page.context().close();
});

test("of a change of several fields one value is restored as it was, the others stay", async () => {
  const { workspaceId, user } = await anAgencyWith();
  const { id } = await anOpportunity(user, { name: "Naples", amount: "40600", description: "By coach" });
  const page = await aSignedInPage(installation, browser, { workspaceId });
  const change = await page.evaluate(async (at) => {
    const body = JSON.stringify({ amount: "39000", description: "By train" });
    const answer = await fetch(at, { method: "PATCH", headers: { "content-type": "application/json", "if-match": '"1"' }, body });
    return answer.status;
  }, `/api/v1/opportunities/${id}`);
  expect(change).toBe(200);
  await page.goto(`/opportunities/${id}?tab=timeline`);
  await page.getByRole("button", { name: en.timeline.restoreValue({ value: "By coach" }) }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: en.timeline.restoreValue({ value: "€40,600" }) }).click();
  const stored = async () => (await user.ask("GET", `/opportunities/${id}`)).body;
  await expect.poll(async () => (await stored()).amount.amount).toBe("40600.00");
  expect((await stored()).description).toBe("By train");
  await page.context().close();
});
