import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, aUser, startInstallation, type Installation, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

let installation: Installation;
let browser: Browser;
let page: Page;
let paul: TestUser;
let workspaceId: string;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  workspaceId = await anAgency(installation);
  paul = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  const make = (path: string, body: unknown) => paul.ask("POST", path, { body });
  const field = (
    await make("/custom-fields", {
      recordType: "client",
      label: "Sector",
      type: "list",
      options: [{ label: "School" }, { label: "Works council" }],
    })
  ).body;
  const custom = { sector: field.options[0].id };
  await make("/clients", { name: "Lycée Ampère", address: { city: "Lyon" }, custom });
  await make("/clients", { name: "Comité Lumière", address: { city: "Lyon" } });
  await make("/clients", { name: "Amis du Japon", address: { city: "Tours" }, custom });
  await make("/contacts", { lastName: "Ferrand", address: { city: "Lyon" } });
  await make("/contacts", { lastName: "Oddo" });
  page = await aSignedInPage(installation, browser, { workspaceId });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const names = (of: Page = page): Promise<string[]> => of.locator("tbody th a").allTextContents();
const tabs = (): Locator => page.getByRole("navigation", { name: "Views", exact: true });
const tab = (name: string): Locator => tabs().getByRole("link", { name: new RegExp(`^${name}`) });
const dialog = (): Locator => page.getByRole("dialog");
const nav = (): Locator => page.getByRole("navigation", { name: "Main" });
const chooseField = async (name: string): Promise<void> => {
  await dialog().getByRole("combobox", { name: "Field" }).last().fill(name);
  await page.getByRole("option", { name, exact: true }).click();
};
const choose = async (label: string, option: string): Promise<void> => {
  await dialog()
    .getByRole("button", { name: new RegExp(label) })
    .last()
    .click();
  await page.getByRole("option", { name: option, exact: true }).click();
};

test("clients are filtered by a custom field and a day that moves, and kept as a view in the menu", async () => {
  await page.goto("/clients");
  await tab("All").waitFor();
  await page.getByRole("button", { name: "Advanced filter" }).click();
  await dialog().getByRole("button", { name: "Condition", exact: true }).click();
  await chooseField("Sector");
  await choose("Value", "School");
  await dialog().getByRole("button", { name: "Condition", exact: true }).click();
  await chooseField("Created on");
  await choose("Comparison", "from");
  await choose("Kind of day", "today ± days");
  await dialog().getByRole("textbox", { name: "days from today" }).fill("-7");
  await page.keyboard.press("Tab");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect.poll(async () => (await names()).toSorted()).toEqual(["Amis du Japon", "Lycée Ampère"]);
  await page.getByRole("button", { name: "Created on from today −7" }).waitFor();
  expect(page.url()).toContain("today-7");
  await page.getByRole("button", { name: "View", exact: true }).click();
  await dialog().getByLabel("Name").fill("Schools");
  await dialog().getByRole("radio", { name: "Everyone" }).check({ force: true });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await tab("Schools").waitFor();
  await nav().getByRole("link", { name: "Schools 2" }).waitFor();
  await page.getByRole("button", { name: "City", exact: true }).click();
  await tabs().getByRole("img", { name: "changes not saved" }).waitFor();
  await page.getByRole("button", { name: "Save the view" }).click();
  await page.getByRole("menuitem", { name: "Save in “Schools”" }).click();
  await tabs().getByRole("img").waitFor({ state: "detached" });
  const stored = (await paul.ask("GET", "/views?resource=clients")).body.data.find(({ name }: { name: string }) => name === "Schools");
  expect(stored).toMatchObject({ sort: "city", shape: "list" });
  expect(JSON.stringify(stored.filter)).toContain('"today-7"');
  await paul.ask("POST", "/clients", {
    body: {
      name: "École Voltaire",
      custom: { sector: (await paul.ask("GET", "/custom-fields?recordType=client")).body.data[0].options[0].id },
    },
  });
  await nav().getByRole("link", { name: "Schools 3" }).waitFor();
});

test("contacts have their own, opened by V, and the menu leads to each from anywhere", async () => {
  await page.goto("/contacts");
  await tab("All").waitFor();
  await page.keyboard.press("v");
  await page.getByRole("menuitem", { name: "Newsletter subscribers" }).click();
  await page.getByText("No contact matches").waitFor();
  expect(page.url()).toContain("newsletter=subscribed");
  await tab("All").click();
  await expect.poll(async () => (await names()).length).toBe(2);
  await page.goto("/opportunities");
  await nav().getByRole("link", { name: "Schools" }).click();
  await expect.poll(() => names()).toHaveLength(3);
  expect(new URL(page.url()).pathname).toBe("/clients");
});

test("the columns are chosen in a popover that is clean for a reader", async () => {
  await page.goto("/clients");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Changed" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
});

test("selected clients get a tag and a manager at once, and Z takes it back; the tag is found from anywhere", async () => {
  await page.goto("/clients");
  await page.getByRole("link", { name: "Comité Lumière" }).focus();
  await page.keyboard.press("x");
  await page.getByRole("checkbox", { name: "Select Amis du Japon" }).check({ force: true });
  const bar = page.getByRole("region", { name: "Change the selection" });
  await bar.getByText("2 selected").waitFor();
  expect(await violations(page)).toEqual([]);
  await bar.getByRole("button", { name: "Tags" }).click();
  await dialog().getByRole("combobox", { name: "Tags to add" }).fill("Loyal");
  await page.keyboard.press("Enter");
  await dialog().getByRole("button", { name: "Apply" }).click();
  await page.getByText("2 clients changed").waitFor();
  await bar.waitFor({ state: "detached" });
  const tagged = async (): Promise<number> => {
    const [tag] = (await paul.ask("GET", "/tags")).body.data;
    return tag.usage.clients;
  };
  expect(await tagged()).toBe(2);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or go to…" }).fill("loyal");
  await page.getByRole("option", { name: /Loyal.*2 clients/ }).click();
  await page.waitForURL(/\/clients\?tag=/);
  await expect.poll(async () => (await names()).toSorted()).toEqual(["Amis du Japon", "Comité Lumière"]);
  await page.keyboard.press("z");
  await expect.poll(tagged).toBe(0);
});

test("on a phone, in French, the views are one menu", async () => {
  const phone = await aSignedInPage(installation, browser, { workspaceId, language: "fr", width: 375, height: 812 });
  await phone.goto("/clients?view=prospects&status=prospect&withoutOpportunity=true&sort=lastTouchAt");
  await phone.getByRole("button", { name: "Prospects sans opportunité" }).first().waitFor();
  await phone.getByText("Lycée Ampère").waitFor();
  expect(await phone.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  expect(await violations(phone)).toEqual([]);
  await phone.context().close();
});
