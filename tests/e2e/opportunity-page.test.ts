import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser } from "../support/browser.ts";

let installation: Installation;
let browser: Browser;
let page: Page;
let paul: TestUser;
let stages: Loose[];

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  const workspaceId = await anAgency(installation);
  paul = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  stages = (await paul.ask("GET", "/pipelines")).body.data[0].stages;
  page = await aSignedInPage(installation, browser, { workspaceId });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const read = async (id: string): Promise<Loose> => (await paul.ask("GET", `/opportunities/${id}`)).body;
const fact = (label: string): Locator =>
  page.locator("dl > div").filter({ has: page.locator("dt", { hasText: new RegExp(`^${label}$`) }) });

async function open(facts: Record<string, unknown> = {}): Promise<string> {
  const { id } = await anOpportunity(paul, { name: "Naples", ...facts });
  await page.goto(`/opportunities/${id}`);
  await page.getByRole("heading", { level: 1, name: "Naples" }).waitFor();
  return id;
}

/** Opens the value, types another over it, and keeps it. */
async function type(label: string, text: string): Promise<void> {
  await fact(label).getByRole("button").first().click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

test("the path moves, wins, loses with a reason and reopens; the timeline tells all of it", async () => {
  const id = await open();
  await page
    .getByRole("list", { name: "Stages" })
    .getByRole("button", { name: /Quote in progress/ })
    .click();
  await page.getByRole("list", { name: "Stages" }).locator("[aria-current=step]").getByText("Quote in progress", { exact: true }).waitFor();
  await expect.poll(async () => (await read(id)).stageName).toBe("Quote in progress");
  await page.getByRole("button", { name: "Next stage" }).click();
  await expect.poll(async () => (await read(id)).stageName).toBe("Proposal sent");
  await page.keyboard.press("Shift+W");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Price" }).and(page.locator(":focus")).waitFor();
  await dialog.getByText("Price", { exact: true }).click();
  await dialog.getByRole("button", { name: "Mark as lost" }).click();
  await page
    .getByText(/^Lost on/)
    .first()
    .waitFor();
  await expect.poll(() => read(id)).toMatchObject({ outcome: "lost", lostReasonName: "Price", stageName: "Proposal sent" });
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect.poll(async () => (await read(id)).outcome).toBe("open");
  await page.getByRole("button", { name: "Won", exact: true }).click();
  await page
    .getByText(/^Won on/)
    .first()
    .waitFor();
  await expect.poll(() => read(id)).toMatchObject({ outcome: "won", probabilityPercent: 100 });
  await page.keyboard.press("t");
  await page.keyboard.press("c");
  const events = page.locator("[data-event]");
  await expect.poll(() => events.count()).toBe(6);
  const told = await events.allTextContents();
  expect(told[0]).toContain("marked it as won");
  expect(told[1]).toContain("reopened it");
  expect(told[2]).toContain("marked it as lost");
  expect(told[3]).toContain("Quote in progress");
  expect(told[3]).toContain("Proposal sent");
  expect(told[3]).toContain("50%");
  expect(told[5]).toContain("Paul Moreau created it");
});

test("values are changed in place, dates move each other, and the timeline says from what to what", async () => {
  const id = await open({ departsOn: "2027-06-12", returnsOn: "2027-06-19", amount: "40600" });
  await type("Departure", "14/6/2027");
  await fact("Return")
    .getByText(/Monday,? 21 June 2027/)
    .waitFor();
  await type("Duration", "10");
  await fact("Return")
    .getByText(/Wednesday,? 23 June 2027/)
    .waitFor();
  await type("Amount", "41000");
  await fact("Amount").getByText("€41,000").waitFor();
  await type("Client’s budget", "1200");
  await fact("Client’s budget").getByText("€1,200").waitFor();
  // What was typed shows before it is answered.
  await expect
    .poll(() => read(id))
    .toMatchObject({
      departsOn: "2027-06-14",
      returnsOn: "2027-06-23",
      amount: { amount: "41000.00" },
      budgetPerPerson: { amount: "1200.00" },
    });
  await page.keyboard.press("t");
  await page.keyboard.press("c");
  const edits = page.locator("[data-event]").first();
  await edits.getByText("changed 4 fields").waitFor();
  expect(await edits.textContent()).toMatch(/Departure12 Jun 202714 Jun 2027/);
  expect(await edits.textContent()).toMatch(/Amount€40,600€41,000/);
});

test("a contact is created on the spot with a role, made main, and removed", async () => {
  const id = await open();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").first().fill("Hélène Ferrand");
  await page.getByRole("option").last().click();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("Hélène Ferrand").first().waitFor();
  await expect.poll(async () => (await read(id)).contacts.map((one: Loose) => one.name)).toEqual(["Hélène Ferrand"]);
});

test("two people change the same field: both values are shown, and one is chosen; other fields go through", async () => {
  const id = await open({ amount: "40600" });
  await fact("Amount").getByRole("button").first().click();
  const other = await paul.ask("PATCH", `/opportunities/${id}`, { body: { amount: "39000" } });
  expect(other.status).toBe(200);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("42000");
  await page.keyboard.press("Enter");
  const chooser = page.getByRole("alert", { name: "Changed by somebody else meanwhile" });
  await chooser.getByText("€39,000").waitFor();
  await chooser.getByText("€42,000").waitFor();
  await chooser.getByText(/by Paul Moreau/).waitFor();
  expect((await read(id)).amount.amount).toBe("39000.00");
  await chooser.getByRole("button", { name: "Keep mine" }).click();
  await expect.poll(async () => (await read(id)).amount.amount).toBe("42000.00");
  await chooser.waitFor({ state: "detached" });
  await fact("Client’s budget").getByRole("button").first().click();
  await paul.ask("PATCH", `/opportunities/${id}`, { body: { priority: true } });
  await page.keyboard.type("900");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await read(id)).budgetPerPerson?.amount).toBe("900.00");
  expect((await read(id)).priority).toBe(true);
});

test("without network a bar says so, and what was typed is kept until it is back", async () => {
  const id = await open({ amount: "40600" });
  await page.context().setOffline(true);
  await page.getByText("Offline.").first().waitFor();
  await page.context().setOffline(false);
  await page.getByText("Offline.").first().waitFor({ state: "detached" });
  await type("Amount", "45000");
  await expect.poll(async () => (await read(id)).amount.amount).toBe("45000.00");
});

test("a deleted one says who deleted it, and is restored", async () => {
  const id = await open();
  await paul.ask("DELETE", `/opportunities/${id}`);
  await page.reload();
  await page
    .getByText(/Paul Moreau/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Restore" }).click();
  await page.getByRole("heading", { level: 1, name: "Naples" }).waitFor();
});

test("J and K go through the list one came from", async () => {
  await paul.ask("PATCH", `/opportunities/${await open({ stageId: stages[4].id })}`, { body: { name: "Zagreb" } });
  await page.goto("/opportunities/list?sort=-createdAt");
  await page.locator("tbody th a").first().click();
  await page.getByText(/^1 \/ \d+$/).waitFor();
  await page.keyboard.press("j");
  await page.getByText(/^2 \/ \d+$/).waitFor();
  await page.keyboard.press("k");
  await page.getByText(/^1 \/ \d+$/).waitFor();
});

test("what others do while the timeline is read waits under a button; what one does oneself shows at once", async () => {
  const id = await open();
  await page.goto(`/opportunities/${id}?tab=timeline`);
  const told = page.locator("[data-event]");
  await told.first().waitFor();
  const before = await told.count();
  await paul.ask("PATCH", `/opportunities/${id}`, { body: { description: "Vol de nuit" } });
  await paul.ask("POST", `/opportunities/${id}/move`, { body: { stageId: stages[2]?.id } });
  const fresh = page.getByRole("button", { name: "2 new" });
  await fresh.waitFor();
  expect(await told.count()).toBe(before);
  await fresh.click();
  await expect.poll(() => told.count()).toBe(before + 2);
  await fresh.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Next stage" }).click();
  await expect.poll(() => told.count(), { timeout: 5000 }).toBe(before + 3);
});

test("an address that leads nowhere says so", async () => {
  await page.goto("/opportunities/01a214b3-b63e-7000-ae27-1bb9e5e85171");
  await page.getByText("There is nothing here, or you may not see it.").waitFor();
  await page.goto("/opportunities/board");
  await page.getByRole("heading", { level: 1, name: "There is no such page." }).waitFor();
});
