import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words as en } from "#words/en.ts";
import { words as fr } from "#words/fr.ts";
import { words as it } from "#words/it.ts";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";

const WORDS = { en, fr, it };
const { products: say, periods, suppliers } = en.catalogue;

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

const PLAIN = { weekdays: null, currency: null, quantityType: null, allotment: null };
const SUMMER = { ...PLAIN, from: "2027-04-01", until: "2027-09-30", cost: "62.00", price: "79.00" };
const WINTER = { ...PLAIN, from: "2027-10-01", until: "2028-03-31", cost: "51.00", price: "64.00" };

async function aProduct(user: TestUser, facts: Loose = {}): Promise<Loose> {
  const { body } = await user.ask("POST", "/products", { body: { name: "Double room", unitCost: "58.00", unitPrice: "72.00", ...facts } });
  return body;
}
const stored = async (user: TestUser, id: string): Promise<Loose> => (await user.ask("GET", `/products/${id}`)).body;

async function fillDay(page: Page, label: string, day: string): Promise<void> {
  await page.getByRole("textbox", { name: label, exact: true }).fill(day);
  await page.keyboard.press("Tab");
}

test("a supplier and a product are created, its prices by date are kept and a day with two prices is refused", async () => {
  const { workspaceId, user } = await anAgencyWith();
  const page = await aSignedInPage(installation, browser, { workspaceId, at: "/suppliers" });
  await page.getByText(suppliers.empty.title).waitFor();
  await page.getByRole("button", { name: suppliers.new }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: suppliers.create.submit }).click();
  await sheet.getByText(suppliers.create.nameRequired).waitFor();
  await sheet.getByLabel(suppliers.field.name, { exact: true }).fill("Hotel Santa Lucia");
  await sheet.getByLabel(suppliers.field.city).fill("Naples");
  await page.keyboard.press("Enter");
  await page.getByRole("rowheader", { name: suppliers.count({ n: 1 }) }).waitFor();

  await page.getByRole("link", { name: say.title }).click();
  await page.getByText(say.empty.title).waitFor();
  await page.getByRole("button", { name: say.new }).first().click();
  await sheet.getByRole("button", { name: say.create.submit }).click();
  await sheet.getByText(say.create.nameRequired).waitFor();
  await sheet.getByLabel(say.field.name, { exact: true }).fill("Double room, half board");
  await sheet.getByRole("combobox", { name: say.field.supplier }).fill("santa");
  await page.getByRole("option", { name: "Hotel Santa Lucia" }).click();
  await sheet.getByRole("button", { name: say.field.quantityType }).click();
  await page.getByRole("option", { name: say.quantityType.roomWhole }).click();
  await sheet.getByRole("textbox", { name: say.field.capacity }).fill("2");
  await sheet.getByRole("textbox", { name: say.field.unitPrice }).fill("72");
  expect(await violations(page)).toEqual([]);
  await sheet.getByRole("button", { name: say.create.submit }).click();
  await page.getByRole("heading", { level: 1, name: "Double room, half board" }).waitFor();

  await page.getByRole("button", { name: periods.add }).click();
  await fillDay(page, periods.from, "1/4/2027");
  await fillDay(page, periods.until, "30/9/2027");
  await page.getByRole("textbox", { name: say.field.unitPrice, exact: true }).fill("79");
  await page.getByRole("button", { name: periods.add }).click();
  const second = { from: periods.cell({ column: periods.from, n: 2 }), until: periods.cell({ column: periods.until, n: 2 }) };
  // It begins the day after the first one.
  expect(await page.getByRole("textbox", { name: second.from }).inputValue()).toContain("1 Oct 2027");
  await fillDay(page, second.from, "1/4/2027");
  await fillDay(page, second.until, "30/9/2027");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: en.common.save }).click();
  const refused = page.getByRole("textbox", { name: second.from });
  await expect.poll(() => refused.getAttribute("aria-invalid")).toBe("true");
  await fillDay(page, second.from, "1/10/2027");
  await fillDay(page, second.until, "1/5/2027");
  await page.getByRole("button", { name: en.common.save }).click();
  await expect.poll(() => page.getByRole("textbox", { name: second.until }).getAttribute("aria-invalid")).toBe("true");
  await fillDay(page, second.until, "31/3/2028");
  // On Fridays and Saturdays, per person, with a word about the allotment.
  await page.getByRole("button", { name: periods.cell({ column: periods.more, n: 2 }) }).click();
  const particulars = page.getByRole("group", { name: periods.cell({ column: periods.more, n: 2 }) });
  await particulars.getByRole("button", { name: "Sat" }).click();
  await particulars.getByRole("button", { name: "Fri" }).click();
  await particulars.getByRole("button", { name: say.field.quantityType }).click();
  await page.getByRole("option", { name: say.quantityType.perPerson }).click();
  await particulars.getByRole("textbox", { name: periods.allotment }).fill("20 rooms");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: en.common.save }).click();
  await page.getByText("Fri, Sat · per person · 20 rooms").waitFor();
  await page.getByRole("rowheader", { name: "1 Oct 2027" }).waitFor();
  expect(await violations(page)).toEqual([]);
  const [made] = (await user.ask("GET", "/products")).body.data;
  expect(made).toMatchObject({ quantityType: "roomWhole", capacity: 2, unitPrice: "72", supplier: { name: "Hotel Santa Lucia" } });
  expect(made.periods).toEqual([
    { ...PLAIN, from: "2027-04-01", until: "2027-09-30", cost: null, price: "79" },
    {
      ...PLAIN,
      from: "2027-10-01",
      until: "2028-03-31",
      cost: null,
      price: null,
      weekdays: [5, 6],
      quantityType: "perPerson",
      allotment: "20 rooms",
    },
  ]);
  await page.context().close();
});

test("facts are changed where they stand; periods somebody else changed are offered with ours; deleting is undone", async () => {
  const { workspaceId, user } = await anAgencyWith();
  const made = await aProduct(user, { periods: [SUMMER] });
  const page = await aSignedInPage(installation, browser, { workspaceId, at: `/products/${made.id}` });
  await page.getByRole("button", { name: "€72" }).click();
  await page.getByRole("textbox", { name: say.field.unitPrice }).fill("75.5");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await stored(user, made.id)).unitPrice).toBe("75.5");

  await page.getByRole("button", { name: periods.edit }).click();
  await user.ask("PATCH", `/products/${made.id}`, { body: { periods: [SUMMER, WINTER] } });
  await page.getByRole("textbox", { name: say.field.unitPrice, exact: true }).fill("81");
  await page.getByRole("button", { name: en.common.save }).click();
  const chooser = page.getByRole("alert").filter({ hasText: "Paul Moreau" });
  await chooser.getByText("price €64", { exact: false }).waitFor();
  await chooser.getByText("price €81", { exact: false }).waitFor();
  await chooser.getByRole("button", { name: en.common.conflict.keepMine }).click();
  await expect.poll(async () => (await stored(user, made.id)).periods).toEqual([{ ...SUMMER, price: "81" }]);
  await page.locator("body").press("z");
  await expect.poll(async () => (await stored(user, made.id)).periods).toEqual([SUMMER, WINTER]);

  await page.getByRole("button", { name: say.act.more }).first().click();
  await page.getByRole("menuitem", { name: say.act.delete }).click();
  await page.waitForURL(/\/products$/);
  await page.getByText(say.deletedToast({ name: "Double room" })).waitFor();
  await page.getByText(say.empty.title).waitFor();
  await page.getByRole("button", { name: en.shell.undo.act }).last().click();
  await page.getByRole("link", { name: "Double room" }).waitFor();
  await page.context().close();
});

test("a supplier is changed beside the list, stays while products come from it, and leaves without them", async () => {
  const { workspaceId, user } = await anAgencyWith();
  const supplier = (await user.ask("POST", "/suppliers", { body: { name: "Umbria Mobilità", city: "Perugia" } })).body;
  const made = await aProduct(user, { supplierId: supplier.id });
  await aProduct(user, { name: "Guide" });
  const page = await aSignedInPage(installation, browser, { workspaceId, at: "/suppliers" });
  await page.getByRole("link", { name: "Umbria Mobilità", exact: true }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "Perugia" }).click();
  await sheet.getByRole("textbox", { name: suppliers.field.city }).fill("Assisi");
  await page.keyboard.press("Escape");
  await sheet.getByRole("button", { name: "Perugia" }).click();
  await sheet.getByRole("textbox", { name: suppliers.field.city }).fill("Foligno");
  await page.keyboard.press("Enter");
  await sheet.getByRole("button", { name: "Foligno" }).waitFor();
  await sheet.getByRole("button", { name: suppliers.delete }).click();
  await page.getByText(suppliers.inUse({ name: "Umbria Mobilità", n: 1 })).waitFor();
  await sheet.getByRole("link", { name: suppliers.products({ n: 1 }) }).click();
  await page.getByRole("button", { name: `${say.field.supplier} Umbria Mobilità` }).waitFor();
  await page.getByRole("rowheader", { name: say.count({ n: 1 }) }).waitFor();

  await user.ask("PATCH", `/products/${made.id}`, { body: { supplierId: null } });
  await page.goto(`/suppliers?open=${supplier.id}`);
  await sheet.getByRole("button", { name: suppliers.delete }).click();
  await page.getByText(suppliers.empty.title).waitFor();
  await page.getByRole("button", { name: en.shell.undo.act }).last().click();
  await page.getByRole("link", { name: "Umbria Mobilità" }).waitFor();
  await page.context().close();
});

test("a reader sees prices without costs and changes nothing; without the right the entry is not there", async () => {
  const { workspaceId, user } = await anAgencyWith();
  const made = await aProduct(user, { periods: [SUMMER] });
  const page = await aSignedInPage(installation, browser, { workspaceId, role: "reader", name: "Luc Bonnet" });
  await page.getByRole("link", { name: en.shell.nav.catalogue }).click();
  await page.getByRole("link", { name: "Double room" }).waitFor();
  await page.getByRole("columnheader", { name: say.field.unitPrice, exact: true }).waitFor();
  expect(await page.getByRole("columnheader", { name: say.field.unitCost }).count()).toBe(0);
  expect(await page.getByRole("button", { name: say.new }).count()).toBe(0);
  await page.goto(`/products/${made.id}`);
  await page.getByRole("cell", { name: "€79" }).waitFor();
  expect(await page.getByText(/€58|€62/).count()).toBe(0);
  expect(await page.locator("[data-inline-edit]").count()).toBe(0);
  expect(await page.getByRole("button", { name: periods.edit }).count()).toBe(0);

  const me = (await user.ask("GET", "/users")).body.data.find((one: Loose) => one.name === "Luc Bonnet");
  await user.ask("PATCH", `/users/${me.id}`, { body: { overrides: { opportunities: "none", quotes: "none" } } });
  await page.goto("/products");
  await page.getByText(en.common.noRight({ what: en.catalogue.noRight, administrators: "Paul Moreau" })).waitFor();
  expect(await page.getByRole("link", { name: en.shell.nav.catalogue }).count()).toBe(0);
  await page.context().close();
});

test.each([
  ["fr", "dark", 1440],
  ["it", "light", 375],
] as const)("the screens of the catalogue have nothing axe objects to (%s, %s, %i px)", async (language, theme, width) => {
  const { products, periods: dates } = WORDS[language].catalogue;
  const { workspaceId, user } = await anAgencyWith(language);
  const supplier = (await user.ask("POST", "/suppliers", { body: { name: "Parco Pompei", email: "info@parco.example" } })).body;
  const made = await aProduct(user, { publicName: "Pompei", supplierId: supplier.id, periods: [SUMMER, WINTER] });
  const page = await aSignedInPage(installation, browser, { workspaceId, language, theme, width, at: "/products?country=IT" });
  await page.getByText(products.noResult).waitFor();
  await page.goto("/products?category=other");
  await page.getByRole("link", { name: /Double room/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.goto(`/products/${made.id}`);
  await page.getByRole("heading", { level: 1, name: "Double room" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: dates.edit }).click();
  await page.getByRole("group", { name: dates.numbered({ n: 2 }) }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.goto(`/suppliers?open=${supplier.id}`);
  await page.getByRole("dialog").getByText("info@parco.example").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
