import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words as en } from "#words/en.ts";
import { words as fr } from "#words/fr.ts";
import { words as it } from "#words/it.ts";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

const WORDS = { en, fr, it };

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

async function anAgencyWith(language: "en" | "fr" | "it" = "en"): Promise<{ workspaceId: string; user: TestUser }> {
  const workspaceId = await anAgency(installation, { language });
  return { workspaceId, user: await aUser(installation, workspaceId, { name: "Paul Moreau" }) };
}

const aClient = async (user: TestUser, facts: Record<string, unknown>): Promise<Loose> =>
  (await user.ask("POST", "/clients", { body: facts })).body;

/** Whatever the first button of the menu "more" hides. */
async function chooseInMenu(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole("button", { name: menu }).first().click();
  await page.getByRole("menuitem", { name: item }).click();
}

test.each([
  ["en", "light"],
  ["fr", "dark"],
  ["it", "light"],
] as const)("a client is created beside its look-alike, then a contact of it, and both are found (%s, %s)", async (language, theme) => {
  const { client: say, contact: person, common } = WORDS[language];
  const { workspaceId, user } = await anAgencyWith(language);
  await aClient(user, { name: "Comité d’entreprise Lumière", address: { city: "Lyon" } });
  const page = await aSignedInPage(installation, browser, { workspaceId, language, theme, at: "/clients" });
  await page.getByRole("link", { name: "Comité d’entreprise Lumière" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: say.new }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: say.create.submit }).click();
  await sheet.getByText(say.create.nameRequired).waitFor();
  await sheet.getByLabel(say.field.name, { exact: true }).fill("Comité entreprise Lumière");
  await sheet.getByText(person.duplicates.reason.name).waitFor();
  await sheet.getByLabel(say.field.email).fill("ce@lumiere.example");
  await sheet.getByLabel(say.field.phone).fill("04 72 00 00 00");
  expect(await violations(page)).toEqual([]);
  await sheet.getByRole("button", { name: say.create.submit }).click();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}/);
  await page.getByRole("heading", { level: 1, name: "Comité entreprise Lumière" }).waitFor();
  await page.getByText(say.contacts.none).waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole("button", { name: say.contacts.add }).click();
  await page.getByRole("dialog").getByRole("combobox", { name: say.contacts.person }).fill("Hélène Ferrand");
  await page.getByRole("option").last().click();
  const form = page.getByRole("dialog");
  await expect.poll(() => form.getByLabel(person.field.lastName).inputValue()).toBe("Ferrand");
  expect(await violations(page)).toEqual([]);
  await form.getByRole("button", { name: common.create }).click();
  await page.getByRole("link", { name: "Hélène Ferrand" }).click();
  await page.getByRole("heading", { level: 1, name: "Hélène Ferrand" }).waitFor();
  await page.getByRole("listitem").filter({ hasText: "Comité entreprise Lumière" }).getByText(person.main).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("tab", { name: person.tab.timeline }).click();
  await page.locator("ol time").first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Hélène Ferrand" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test("a region is chosen among those of the country, by name or number, or typed; each reader has it in the own language", async () => {
  const { client: say } = fr;
  const { workspaceId, user } = await anAgencyWith("fr");
  const made = await aClient(user, { name: "Club alpin", address: { street: "via Roma 8", country: "IT" } });
  const page = await aSignedInPage(installation, browser, { workspaceId, language: "fr" });
  await page.goto(`/clients/${made.id}`);
  const region = page.getByRole("combobox", { name: say.field.region });
  const country = page.getByRole("combobox", { name: say.field.country });
  const kept = async (): Promise<unknown> => (await user.ask("GET", `/clients/${made.id}`)).body.address.region;

  await page.getByRole("button", { name: "Italie" }).click();
  await region.fill("tosc");
  await page.getByRole("option", { name: "Toscane" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await region.inputValue()).toBe("Toscane");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Toscane\s+Italie/ }).waitFor();
  await expect.poll(kept).toBe("IT-52");

  // Another country empties what was chosen there; its own are offered, by their number too.
  await page.getByRole("button", { name: "Italie" }).click();
  await country.fill("France");
  await page.getByRole("option", { name: "France", exact: true }).click();
  expect(await region.inputValue()).toBe("");
  await region.fill("45");
  await page.getByRole("option", { name: "Loiret" }).click();
  await page.getByRole("textbox", { name: say.field.street }).press("Enter");
  await expect.poll(kept).toBe("FR-45");

  await page.getByRole("button", { name: "Loiret" }).click();
  await region.fill("Bassin minier");
  await page.getByRole("textbox", { name: say.field.street }).press("Enter");
  await expect.poll(kept).toBe("Bassin minier");
  await page.context().close();
});

test("a fact is changed where it stands; when somebody else was quicker both values are offered", async () => {
  const { client: say, common } = en;
  const { workspaceId, user } = await anAgencyWith();
  const made = await aClient(user, { name: "Club alpin", paymentTerms: "30 days" });
  const page = await aSignedInPage(installation, browser, { workspaceId, at: `/clients/${made.id}` });
  const terms = () => page.getByRole("button", { name: "days" });
  await terms().click();
  await page.getByRole("textbox", { name: say.field.paymentTerms }).fill("45 days");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "45 days" }).waitFor();
  await expect.poll(async () => (await user.ask("GET", `/clients/${made.id}`)).body.paymentTerms).toBe("45 days");

  // The editor is open, with the version that was seen, when somebody else writes.
  await terms().click();
  await user.ask("PATCH", `/clients/${made.id}`, { body: { paymentTerms: "60 days" } });
  await page.getByRole("textbox", { name: say.field.paymentTerms }).fill("15 days");
  await page.keyboard.press("Enter");
  const chooser = page.getByRole("alert").filter({ hasText: "Paul Moreau" });
  await chooser.getByText("60 days").waitFor();
  await chooser.getByText("15 days").waitFor();
  expect(await violations(page)).toEqual([]);
  await chooser.getByRole("button", { name: common.conflict.keepMine }).click();
  await expect.poll(async () => (await user.ask("GET", `/clients/${made.id}`)).body.paymentTerms).toBe("15 days");
  await page.context().close();
});

test("a client is deleted and undone; with opportunities it stays and says why; deleted by another it can be restored", async () => {
  const { client: say, common, shell } = en;
  const { workspaceId, user } = await anAgencyWith();
  const free = await aClient(user, { name: "Club alpin" });
  const used = await aClient(user, { name: "Comité Lumière" });
  await user.ask("POST", "/opportunities", { body: { name: "Naples", clientId: used.id } });
  const page = await aSignedInPage(installation, browser, { workspaceId, at: `/clients/${free.id}` });
  await chooseInMenu(page, say.act.more, say.act.delete);
  await page.waitForURL(/\/clients$/);
  await page.getByText(say.deletedToast({ name: "Club alpin" })).waitFor();
  await page.getByRole("button", { name: shell.undo.act }).click();
  await page.getByRole("link", { name: "Club alpin" }).waitFor();

  await page.goto(`/clients/${used.id}`);
  await page.getByRole("link", { name: "Naples" }).waitFor();
  await chooseInMenu(page, say.act.more, say.act.delete);
  await page.getByText(say.inUse({ name: "Comité Lumière", n: 1 })).waitFor();
  await page.getByRole("link", { name: /1 · €0/ }).click();
  await page.getByRole("button", { name: `${en.opportunity.filter.client} Comité Lumière` }).waitFor();
  await page.getByRole("link", { name: "Naples", exact: true }).waitFor();

  await user.ask("DELETE", `/clients/${free.id}`);
  await page.goto(`/clients/${free.id}`);
  await page.getByText("Paul Moreau", { exact: false }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: common.restore }).click();
  await page.getByRole("heading", { level: 1, name: "Club alpin" }).waitFor();
  await page.context().close();
});

test("a reader sees and changes nothing; without the right the entry is not there and the address says whom to ask", async () => {
  const { client: say, contact: person, common, shell } = en;
  const { workspaceId, user } = await anAgencyWith();
  const made = await aClient(user, { name: "Club alpin" });
  const page = await aSignedInPage(installation, browser, { workspaceId, role: "reader", name: "Luc Bonnet", at: `/clients/${made.id}` });
  await page.getByRole("heading", { level: 1, name: "Club alpin" }).waitFor();
  expect(await page.getByRole("button", { name: say.contacts.add }).count()).toBe(0);
  expect(await page.locator("[data-inline-edit]").count()).toBe(0);
  await page.goto("/clients");
  await page.getByRole("link", { name: "Club alpin" }).waitFor();
  expect(await page.getByRole("button", { name: say.new }).count()).toBe(0);

  const me = (await user.ask("GET", "/users")).body.data.find((one: Loose) => one.name === "Luc Bonnet");
  const changed = await user.ask("PATCH", `/users/${me.id}`, { body: { overrides: { clients: "none", contacts: "none" } } });
  expect(changed.status).toBe(200);
  await page.goto("/contacts");
  await page.getByText(common.noRight({ what: person.noRight, administrators: "Paul Moreau" })).waitFor();
  expect(await page.getByRole("link", { name: shell.nav.clients }).count()).toBe(0);
  expect(await page.getByRole("link", { name: shell.nav.contacts }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.goto(`/clients/${made.id}`);
  await page.getByText(common.noRight({ what: say.noRight, administrators: "Paul Moreau" })).waitFor();
  await page.context().close();
});

test("the list is searched, filtered and sorted in its address, and opened by the keyboard", async () => {
  const { client: say } = en;
  const { workspaceId, user } = await anAgencyWith();
  for (const name of ["Club alpin", "Comité Lumière", "Amicale"])
    await aClient(user, { name, status: name === "Amicale" ? "client" : "prospect" });
  const page = await aSignedInPage(installation, browser, { workspaceId, at: "/clients" });
  await page.getByRole("rowheader", { name: say.count({ n: 3 }) }).waitFor();
  await page.getByRole("searchbox", { name: say.search }).fill("lumiere");
  await page.waitForURL(/q=lumiere/);
  await page.getByRole("rowheader", { name: say.count({ n: 1 }) }).waitFor();
  await page.goto("/clients?status=prospect&sort=-name");
  await page.getByRole("rowheader", { name: say.count({ n: 2 }) }).waitFor();
  await expect.poll(() => page.locator("tbody th").allInnerTexts()).toEqual(["Comité Lumière", "Club alpin"]);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Club alpin" }).waitFor();
  await page.keyboard.press("k");
  await page.getByRole("heading", { level: 1, name: "Comité Lumière" }).waitFor();
  await page.keyboard.press("n");
  const sheet = page.getByRole("dialog");
  await expect.poll(() => sheet.getByRole("combobox", { name: en.opportunity.field.client }).inputValue()).toBe("Comité Lumière");
  await sheet.getByRole("button", { name: en.common.close }).last().click();
  // It asks, because a client is filled.
  await page.getByRole("alertdialog").getByRole("button", { name: en.opportunity.create.forget }).click();
  await sheet.waitFor({ state: "detached" });
  await page.keyboard.press("Shift+N");
  await page.getByRole("button", { name: en.contact.new }).click();
  await page.getByRole("dialog").getByRole("heading", { name: en.contact.create.title }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("g");
  await page.keyboard.press("k");
  await page.waitForURL(/\/contacts$/);
  await page.context().close();
});

test("the tie between a contact and a client, and the answer to the newsletter, are kept from both pages", async () => {
  const { client: say, contact: person, common } = en;
  const { workspaceId, user } = await anAgencyWith();
  const made = await aClient(user, { name: "Club alpin" });
  const contacts: string[] = [];
  for (const lastName of ["Ferrand", "Oddo"]) {
    const body = { firstName: "Marc", lastName, clients: [{ clientId: made.id }] };
    contacts.push((await user.ask("POST", "/contacts", { body })).body.id);
  }
  const links = async () =>
    (await user.ask("GET", `/clients/${made.id}/contacts`)).body.data.map((one: Loose) => [one.name, one.role, one.isMain]);
  const page = await aSignedInPage(installation, browser, { workspaceId, theme: "dark", at: `/clients/${made.id}` });
  await chooseInMenu(page, person.roleMenu({ name: "Marc Oddo" }), person.makeMain);
  await page.getByText(say.contacts.madeMain({ name: "Marc Oddo", client: "Club alpin" })).waitFor();
  await chooseInMenu(page, person.roleMenu({ name: "Marc Ferrand" }), person.role.former);
  await expect.poll(links).toEqual([
    ["Marc Oddo", null, true],
    ["Marc Ferrand", "former", false],
  ]);

  await page.goto(`/contacts/${contacts[0]}`);
  await chooseInMenu(page, person.roleMenu({ name: "Club alpin" }), common.remove);
  await page.getByText(person.clients.none).waitFor();
  await page.getByRole("button", { name: person.clients.add }).click();
  await page.getByRole("dialog").getByRole("combobox", { name: person.clients.client }).fill("club");
  await page.getByRole("option", { name: "Club alpin" }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: common.add }).click();
  await expect.poll(async () => (await links()).length).toBe(2);

  await page.getByRole("button", { name: person.newsletter.change }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: common.save }).click();
  await dialog.getByText(person.newsletter.answerRequired).waitFor();
  await dialog.getByText(person.newsletter.yes, { exact: true }).click();
  await dialog.getByLabel(person.newsletter.origin).fill("spring fair");
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: common.save }).click();
  await page.getByText("(spring fair)", { exact: false }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: person.act.card }).click()]);
  expect(download.suggestedFilename()).toBe("Marc Ferrand.vcf");
  await page.context().close();
});
