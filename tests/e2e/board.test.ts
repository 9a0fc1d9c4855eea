import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";
import { noticeWords } from "#words/notice/notice-words.ts";

let installation: Installation;
let browser: Browser;
let page: Page;
let phone: Page;
let other: TestUser;
let stages: Loose[];

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  const workspaceId = await anAgency(installation);
  other = await aUser(installation, workspaceId, { name: "Paul Moreau", role: "administrator" });
  stages = (await other.ask("GET", "/pipelines")).body.data[0].stages;
  page = await aSignedInPage(installation, browser, { workspaceId });
  phone = await aSignedInPage(installation, browser, { workspaceId, name: "Anne Chef", width: 375, height: 812 });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const column = (stage: string): Locator => page.getByRole("region", { name: new RegExp(`^${stage}`) });
const card = (name: string): Locator => page.getByRole("article").filter({ hasText: name });
const stageOf = async (id: string): Promise<string> => {
  const { stageId } = (await other.ask("GET", `/opportunities/${id}`)).body;
  return stages.find((stage) => stage.id === stageId).name;
};

/** A new one, on the board as a colleague's work appears there. */
async function onBoard(name: string, facts: Record<string, unknown> = {}): Promise<string> {
  const stream = page.waitForResponse(/\/events$/);
  await page.goto("/opportunities");
  await stream;
  const { id } = await anOpportunity(other, { name, ...facts });
  await card(name).waitFor();
  return id;
}

test("a card dragged to another column is moved, and the toast takes it back", async () => {
  const id = await onBoard("Grand tour de Sicile", { amount: "58300" });
  await card("Grand tour de Sicile").dragTo(column("Quote in progress"), { targetPosition: { x: 100, y: 160 } });
  await column("Quote in progress").getByRole("article").filter({ hasText: "Grand tour" }).waitFor();
  await expect.poll(() => column("Quote in progress").getByRole("heading", { level: 2 }).getAttribute("aria-label")).toContain("€58,300");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await column("Enquiry received").getByRole("article").filter({ hasText: "Grand tour" }).waitFor();
  expect(await stageOf(id)).toBe("Enquiry received");
  expect(await page.getByText("Drop a card here").count()).toBe(0);
});

test("M moves the card that has the focus, says so, keeps the focus on it, and Z takes it back", async () => {
  const id = await onBoard("Croisière Danube");
  await card("Croisière Danube").getByRole("link").first().focus();
  await page.keyboard.press("m");
  await page.getByRole("dialog").getByRole("radio", { name: "Enquiry received" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await column("Need qualified")
    .getByRole("link", { name: /Croisière Danube/ })
    .and(page.locator(":focus"))
    .waitFor();
  await page.getByText(/^Moved from Enquiry received to Need qualified, position 1 of 1$/).waitFor({ state: "attached" });
  await page.getByText(/“Croisière Danube” moved to Need qualified/).waitFor();
  expect(await stageOf(id)).toBe("Need qualified");
  await page.keyboard.press("z");
  await column("Enquiry received").getByRole("article").filter({ hasText: "Croisière" }).waitFor();
  expect(await stageOf(id)).toBe("Enquiry received");
});

test("arrows walk cards and columns, P marks the star, I gives it to somebody, Enter opens", async () => {
  const id = await onBoard("Andalousie à vélo", { stageId: stages[1].id, expectedCloseOn: "2027-03-01" });
  await onBoard("Festival de Vérone", { stageId: stages[1].id, expectedCloseOn: "2027-04-01" });
  await onBoard("Pèlerinage à Assise", { stageId: stages[2].id });
  await card("Festival de Vérone").getByRole("link").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.locator("article a:focus").filter({ hasText: "Pèlerinage" }).waitFor();
  await page.keyboard.press("ArrowLeft");
  await page.locator("article a:focus").filter({ hasText: "Andalousie" }).waitFor();
  await page.keyboard.press("p");
  await card("Andalousie").getByRole("img", { name: "Priority" }).waitFor();
  await page.keyboard.press("i");
  await page.getByRole("dialog").getByRole("radio", { name: "Claire Lambert" }).click({ force: true });
  await page.keyboard.press("Enter");
  await card("Andalousie").getByRole("img", { name: "Claire Lambert" }).waitFor();
  await expect
    .poll(async () => (await other.ask("GET", `/opportunities/${id}`)).body)
    .toMatchObject({ priority: true, manager: { name: "Claire Lambert" } });
  await card("Andalousie").getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /Andalousie/ }).waitFor();
});

test("what somebody else moves and creates shows by itself", async () => {
  const id = await onBoard("Japon, route du Kiso");
  await other.ask("POST", `/opportunities/${id}/move`, { body: { stageId: stages[4].id } });
  await column("Negotiation").getByRole("article").filter({ hasText: "Japon" }).waitFor();
});

test("what happens between reading the board and listening for changes is not missed", async () => {
  let listen = (): void => undefined;
  const created = new Promise<void>((resolve) => (listen = resolve));
  await page.route(/\/events$/, async (route) => {
    await created;
    await route.continue();
  });
  await page.goto("/opportunities");
  await card("Grand tour de Sicile").waitFor();
  await anOpportunity(other, { name: "Croisière sur le Nil" });
  listen();
  await card("Croisière sur le Nil").waitFor();
  await page.unroute(/\/events$/);
});

test("a second act's toast takes the place of the first, which stays under the bell", async () => {
  await onBoard("Noël à Strasbourg");
  for (const stage of ["Need qualified", "Quote in progress"]) {
    await card("Noël à Strasbourg").dragTo(column(stage), { targetPosition: { x: 100, y: 300 } });
    await column(stage).getByRole("article").filter({ hasText: "Noël" }).waitFor();
    // The card is there before the server answered; its toast comes after.
    await page
      .getByRole("status")
      .getByText(new RegExp(`moved to ${stage}`))
      .waitFor();
  }
  await page.getByRole("button", { name: "Notifications" }).click();
  const panel = page.getByRole("dialog", { name: "Notifications" });
  await panel.getByRole("radio", { name: noticeWords.en.bell.done }).click();
  await panel.getByRole("listitem").filter({ hasText: "Noël à Strasbourg" }).nth(1).waitFor();
  await page.keyboard.press("Escape");
});

test("while a card is dragged a line shows its place in the order of the column; where it is, nothing can be dropped", async () => {
  await anOpportunity(other, { name: "Bruges en mars", stageId: stages[3].id, expectedCloseOn: "2027-01-01" });
  await anOpportunity(other, { name: "Bruges en mai", stageId: stages[3].id, expectedCloseOn: "2027-05-01" });
  await onBoard("Gand en avril", { expectedCloseOn: "2027-03-01" });
  const line = (): Promise<string[]> =>
    page.locator("[data-line]").evaluateAll((lines) => lines.map((one) => one.querySelector("h3")?.textContent ?? "end"));
  await pickUp(card("Gand en avril"));
  await dragOver(column("Enquiry received"));
  expect(await line()).toEqual([]);
  await dragOver(card("Bruges en mai"));
  await expect.poll(line).toEqual(["Bruges en mai"]);
  await dragOver(page.getByText("Won", { exact: true }));
  await expect.poll(line).toEqual([]);
  expect(await page.getByText("Other pipeline…").count()).toBe(0);
  await dragOver(card("Bruges en mai"));
  await page.mouse.up();
  await expect
    .poll(() => column("Proposal sent").getByRole("heading", { level: 3 }).allTextContents())
    .toEqual(["Bruges en mars", "Gand en avril", "Bruges en mai"]);
});

test("with two pipelines: one is chosen, its address kept, and a card is dropped into the other", async () => {
  const usual = (await other.ask("GET", "/pipelines")).body.data[0].name;
  const made = await other.ask("POST", "/pipelines", {
    body: { name: "Groupes", stages: [{ name: "Accueil", probabilityPercent: 10, staleDays: 10 }] },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const id = await onBoard("Congrès de Turin");
  await pickUp(card("Congrès de Turin"));
  await dragOver(column("Need qualified"));
  await dragOver(page.getByText("Other pipeline…"));
  await page.mouse.up();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByRole("radio", { name: /Groupes/ })
    .first()
    .waitFor();
  expect(await dialog.getByRole("radio").count()).toBe(made.body.stages.length);
  await dialog
    .getByRole("radio", { name: /Groupes/ })
    .first()
    .check({ force: true });
  await dialog.getByRole("button", { name: "Move" }).click();
  await card("Congrès de Turin").waitFor({ state: "detached" });
  await expect.poll(async () => (await other.ask("GET", `/opportunities/${id}`)).body.pipelineId).toBe(made.body.id);
  await page.getByRole("button", { name: usual, exact: true }).click();
  await page.getByRole("menuitem", { name: "Groupes" }).click();
  await card("Congrès de Turin").waitFor();
  await page.waitForURL(/pipelineId=/);
  await expect.poll(() => page.getByRole("article").count()).toBe(1);
});

test("on a phone a card drawn to the right goes to the next stage, to the left or held it opens its actions", async () => {
  await anOpportunity(other, { name: "Aurores boréales", priority: true });
  await phone.goto("/opportunities");
  const one = phone.getByRole("article").filter({ hasText: "Aurores" });
  await one.waitFor();
  const finger = await aFinger(phone);
  await finger.draw(one, 60, async () => {
    await phone.getByText("Next stage Need qualified").waitFor();
  });
  await phone.getByText("Next stage Need qualified").waitFor({ state: "detached" });
  await one.waitFor();
  await finger.draw(one, -120);
  await phone.getByRole("menuitem", { name: "Next stage: Need qualified" }).waitFor();
  await phone.keyboard.press("Escape");
  await phone.getByRole("menu").waitFor({ state: "detached" });
  await finger.hold(one);
  await phone.getByRole("menuitem", { name: "Assign to…" }).waitFor();
  expect(await violations(phone)).toEqual([]);
  await phone.keyboard.press("Escape");
  await finger.draw(one, 120);
  await phone.getByText("“Aurores boréales” moved to Need qualified").waitFor();
  await one.waitFor({ state: "hidden" });
  await phone.getByRole("button", { name: "Need qualified" }).click();
  await one.waitFor();
});

async function pickUp(what: Locator): Promise<void> {
  const { x, y } = await middleOf(what);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y + 8, { steps: 3 });
}

/** Into it, then on within it: a browser that is driven says "over" only when the pointer moves. */
async function dragOver(what: Locator): Promise<void> {
  const { x, y } = await middleOf(what);
  await page.mouse.move(x, y);
  await page.mouse.move(x + 3, y + 3, { steps: 3 });
}

async function middleOf(what: Locator): Promise<{ x: number; y: number }> {
  const box = await what.boundingBox();
  if (!box) throw new Error("not on the screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A finger on the glass, as the browser hears it. */
async function aFinger(on: Page) {
  const session = await on.context().newCDPSession(on);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  return {
    draw: async (what: Locator, across: number, before?: () => Promise<void>) => {
      const { x, y } = await middleOf(what);
      await touch("touchStart", [{ x, y }]);
      for (const part of [0.2, 0.5, 1]) await touch("touchMove", [{ x: x + across * part, y }]);
      await before?.();
      await touch("touchEnd", []);
    },
    hold: async (what: Locator) => {
      await touch("touchStart", [await middleOf(what)]);
      await on.getByRole("menu").waitFor();
      await touch("touchEnd", []);
    },
  };
}

test("W wins and the card leaves the board; Shift+W asks for the reason, and is taken back", async () => {
  const won = await onBoard("Islande en famille");
  await card("Islande").getByRole("link").first().focus();
  await page.keyboard.press("w");
  await page.getByText("“Islande en famille” is won").waitFor();
  await card("Islande").waitFor({ state: "detached" });
  expect((await other.ask("GET", `/opportunities/${won}`)).body.outcome).toBe("won");
  const lost = await onBoard("Marchés de Noël");
  await card("Marchés").getByRole("link").first().focus();
  await page.keyboard.press("Shift+W");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Mark as lost" }).click();
  await dialog.getByText("Choose a reason.").waitFor();
  await dialog.getByText("Budget", { exact: true }).click();
  await dialog.getByRole("textbox").fill("Another agency was cheaper");
  await dialog.getByRole("button", { name: "Mark as lost" }).click();
  await card("Marchés").waitFor({ state: "detached" });
  expect((await other.ask("GET", `/opportunities/${lost}`)).body).toMatchObject({ outcome: "lost", lostReasonName: "Budget" });
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("status").getByText("“Marchés de Noël” is lost").waitFor();
  await page.keyboard.press("z");
  await card("Marchés").waitFor();
  expect((await other.ask("GET", `/opportunities/${lost}`)).body.outcome).toBe("open");
});

test("the board is filtered and sorted, and its address keeps both", async () => {
  await onBoard("Chorale à Prague", { amount: "26400", destinations: [{ country: "CZ", place: "Prague" }] });
  await page.keyboard.press("f");
  await page.getByRole("menuitem", { name: "Destination" }).click();
  await page.getByRole("textbox", { name: "Destination" }).fill("Prague");
  await page.keyboard.press("Enter");
  await page.waitForURL(/destination=Prague/);
  await expect.poll(() => page.getByRole("article").count()).toBe(1);
  await page.getByText("1 open").waitFor();
  await page.reload();
  await card("Chorale à Prague").waitFor();
  expect(await page.getByRole("article").count()).toBe(1);
});

test("the order of the columns is chosen and kept in the address", async () => {
  for (const [name, amount] of [
    ["Sorrente", "100"],
    ["Ravello", "900"],
    ["Amalfi", "500"],
  ])
    await anOpportunity(other, { name: `Côte: ${name}`, amount, stageId: stages[4].id, expectedCloseOn: "2027-01-01" });
  await page.goto("/opportunities?q=Côte");
  await page.getByRole("button", { name: "Next activity" }).click();
  await page.getByRole("menuitem", { name: "Amount" }).click();
  await page.waitForURL(/sort=amount/);
  const names = () => column("Negotiation").getByRole("heading", { level: 3 }).allTextContents();
  await expect.poll(names).toEqual(["Côte: Ravello", "Côte: Amalfi", "Côte: Sorrente"]);
});
