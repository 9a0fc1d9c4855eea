import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { allViolations, aSignedInPage, startBrowser } from "../support/browser.ts";

let installation: Installation;
let browser: Browser;
let admin: Page;
let seller: Page;
let paul: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  const workspaceId = await anAgency(installation);
  paul = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  await paul.ask("POST", "/clients", { body: { name: "Diocèse de Lyon" } });
  admin = await aSignedInPage(installation, browser, { workspaceId });
  seller = await aSignedInPage(installation, browser, { workspaceId, role: "seller", name: "Léa Martin" });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const fact = (label: string): Locator =>
  seller.locator("dl > div").filter({ has: seller.locator("dt", { hasText: new RegExp(`^${label}$`) }) });
const names = (): Promise<string[]> => seller.locator("tbody th a").allTextContents();
const fieldNamed = async (label: string): Promise<Loose> =>
  (await paul.ask("GET", "/custom-fields?recordType=opportunity")).body.data.find((one: Loose) => one.label === label);

test("an administrator adds an important list with two choices, and corrects it in the same dialog", async () => {
  await admin.goto("/settings/fields");
  await admin.getByText("No custom field yet.").waitFor();
  expect(await allViolations(admin)).toEqual([]);
  await admin.getByRole("button", { name: "New field" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog.getByText("Required").first().waitFor();
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Kind of group");
  await dialog.getByRole("button", { name: /Type/ }).click();
  await admin.getByRole("option", { name: "List, one choice" }).click();
  await dialog.getByRole("textbox", { name: "Choice 1" }).fill("Works council");
  await dialog.getByRole("button", { name: "Add a choice" }).click();
  await dialog.getByRole("textbox", { name: "Choice 2" }).fill("School");
  await dialog.getByText("Important", { exact: true }).click();
  expect(await allViolations(admin)).toEqual([]);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await admin.getByRole("button", { name: "Kind of group", exact: true }).waitFor();
  await admin.getByText("Works council, School").waitFor();
  expect(await allViolations(admin)).toEqual([]);
  expect(await fieldNamed("Kind of group")).toMatchObject({ type: "list", important: true, key: "kindOfGroup" });
  await admin.getByRole("button", { name: "Kind of group", exact: true }).click();
  await dialog.getByRole("textbox", { name: "Choice 2" }).fill("Secondary school");
  await dialog.getByRole("button", { name: "Save" }).click();
  await admin.getByText("Works council, Secondary school").waitFor();
});

test("a seller is reminded of it when creating, and may create without", async () => {
  await seller.goto("/opportunities");
  await seller.getByRole("button", { name: /New opportunity/ }).waitFor();
  await seller.keyboard.press("n");
  const sheet = seller.getByRole("dialog");
  const reminder = sheet.getByRole("region", { name: "Important fields to complete later" });
  await reminder.getByText("Kind of group").waitFor();
  expect(await allViolations(seller)).toEqual([]);
  await reminder.getByRole("button", { name: "Fill them in now" }).click();
  await reminder.getByRole("button", { name: /Kind of group/ }).waitFor();
  expect(await allViolations(seller)).toEqual([]);
  await sheet.getByRole("textbox", { name: "Name", exact: true }).fill("Assise");
  await sheet.getByRole("combobox", { name: "Client", exact: true }).fill("Diocèse");
  await seller.getByRole("option", { name: "Diocèse de Lyon" }).click();
  await sheet.getByRole("button", { name: /^Create and open/ }).click();
  await seller.getByRole("heading", { level: 1, name: "Assise" }).waitFor();
  await fact("Kind of group").getByText("Worth completing").waitFor();
});

test("what lacks it is found by a filter; filled in on the page it is told, and no longer found", async () => {
  const choice = (await fieldNamed("Kind of group")).options[0].id;
  const [assise] = (await paul.ask("GET", "/opportunities?q=Assise")).body.data;
  await anOpportunity(paul, { name: "Vienna", managerId: assise.manager.id, custom: { kindOfGroup: choice } });
  await seller.goto("/opportunities/list");
  await seller.getByRole("row", { name: /Vienna/ }).waitFor();
  await seller.getByRole("button", { name: /^Filter/ }).click();
  await seller.getByRole("menuitem", { name: "Missing important fields" }).click();
  await expect.poll(names).toEqual(["Assise"]);
  await seller.locator("tbody th a").click();
  await fact("Kind of group").getByRole("button").first().click();
  // The list of choices opens by itself or by its button.
  await fact("Kind of group")
    .getByRole("button", { name: /Kind of group/ })
    .click();
  await seller.getByRole("option", { name: "Secondary school" }).click();
  await fact("Kind of group").getByText("Secondary school").waitFor();
  expect(await allViolations(seller)).toEqual([]);
  await seller.getByRole("tab", { name: "Timeline" }).click();
  const told = seller.locator("[data-event]").first();
  await told.getByText("Kind of group").waitFor();
  await told.getByText("Secondary school").waitFor();
  await seller.goto("/opportunities/list?missingImportant=true");
  await seller.getByText("No result").first().waitFor();
});

test("it is a column of the list and a filter", async () => {
  await seller.goto("/opportunities/list");
  await seller.getByRole("row", { name: /Vienna/ }).waitFor();
  await seller.getByRole("button", { name: "Columns" }).click();
  const chooser = seller.getByRole("dialog", { name: "Shown columns" });
  await chooser.getByText("Kind of group", { exact: true }).click();
  await chooser.getByText("Tags", { exact: true }).click();
  await seller.keyboard.press("Escape");
  await seller.getByRole("columnheader", { name: "Tags" }).waitFor();
  await seller.getByRole("columnheader", { name: /Kind of group/ }).waitFor();
  await seller
    .getByRole("row", { name: /Vienna/ })
    .getByText("Works council")
    .waitFor();
  await seller.getByRole("button", { name: /^Filter/ }).click();
  await seller.getByRole("menuitem", { name: "Kind of group" }).click();
  await seller
    .getByRole("radio", { name: "Works council" })
    .or(seller.getByRole("option", { name: "Works council" }))
    .first()
    .click({ force: true });
  await expect.poll(names).toEqual(["Vienna"]);
  expect(seller.url()).toContain("custom.kindOfGroup=");
  expect(await allViolations(seller)).toEqual([]);
});

test("a filter in an address that cannot be one is left out", async () => {
  await seller.goto("/opportunities/list?tag=x&departsOn%5Bgte%5D=soon");
  await seller.getByRole("row", { name: /Vienna/ }).waitFor();
  await seller.goto("/opportunities?managerId=somebody");
  await seller.getByRole("article").filter({ hasText: "Vienna" }).waitFor();
  await admin.goto("/clients?tag=x&status=old");
  await admin.getByRole("row", { name: /Diocèse de Lyon/ }).waitFor();
});
