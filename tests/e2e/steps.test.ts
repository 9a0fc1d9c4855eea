import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words as en } from "#words/en.ts";
import { words as fr } from "#words/fr.ts";
import { anAgency, aUser, startInstallation, type Installation, type Loose } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "../support/browser.ts";
import { aPicture } from "../support/files.ts";

const { steps, templates, part } = en.catalogue;

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

test("a step gets its products, its text and a picture; a trip template its days; each is taken back", async () => {
  const workspaceId = await anAgency(installation);
  const user = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  for (const name of ["Coach", "Guide for a day"]) await user.ask("POST", "/products", { body: { name } });
  const page = await aSignedInPage(installation, browser, { workspaceId });
  await page.goto("/steps");
  await page.getByText(steps.empty.title).waitFor();
  await page.getByRole("button", { name: steps.new }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: steps.create.submit }).click();
  await sheet.getByText(part.nameRequired).waitFor();
  await sheet.getByLabel(part.field.name, { exact: true }).fill("Vesuvius and its museum");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Vesuvius and its museum" }).waitFor();

  for (const product of ["Guide for a day", "Coach"]) {
    await page.getByRole("button", { name: part.addProduct }).click();
    await page.getByRole("combobox", { name: part.findProduct }).fill(product.slice(0, 4));
    await page.getByRole("option", { name: product }).click();
    await page.getByRole("link", { name: product }).waitFor();
  }
  await page.getByRole("button", { name: "× 1" }).last().click();
  await page.getByRole("textbox", { name: part.repetitionsOf({ name: "Coach" }) }).fill("3");
  await page.keyboard.press("Enter");
  await page.getByText("× 3").waitFor();
  await page.getByTestId("pictures").setInputFiles({ name: "crater.png", mimeType: "image/png", buffer: await aPicture() });
  await page.getByRole("img", { name: part.pictureOf({ n: 1, name: "crater.png" }) }).waitFor();
  expect(await violations(page)).toEqual([]);
  const [made] = (await user.ask("GET", "/steps")).body.data;
  expect(made).toMatchObject({
    products: [{ product: { name: "Guide for a day" } }, { product: { name: "Coach" }, repetitions: 3 }],
    pictures: [{ name: "crater.png" }],
  });
  // Z takes back what the newest message offers.
  const message = page.getByRole("status").getByRole("button").last();
  if ((await message.count()) > 0) await message.click();
  await page.getByRole("button", { name: part.removePicture({ name: "crater.png" }) }).click();
  await page.getByText(part.noPicture).waitFor();
  await page.locator("body").press("z");
  await page.getByRole("img", { name: part.pictureOf({ n: 1, name: "crater.png" }) }).waitFor();

  await page.goto("/trip-templates");
  await page.getByRole("button", { name: templates.new }).first().click();
  await sheet.getByLabel(part.field.name, { exact: true }).fill("Naples in 2 days");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: "Naples in 2 days" }).waitFor();
  await page.getByRole("button", { name: part.addDay }).click();
  await page.getByText(part.dayN({ n: 1 })).waitFor();
  await page.getByRole("button", { name: part.addDay }).click();
  await page.getByText(part.dayN({ n: 2 })).waitFor();
  await page.getByRole("button", { name: part.addStep({ n: 2 }) }).click();
  await page.getByRole("combobox", { name: part.findStep }).fill("vesu");
  await page.getByRole("option", { name: "Vesuvius" }).click();
  await page.getByRole("link", { name: "Vesuvius and its museum" }).waitFor();
  await page.getByRole("button", { name: part.dayUp({ n: 2 }) }).click();
  const days = async (): Promise<number[]> =>
    (await user.ask("GET", "/trip-templates")).body.data[0].days.map((day: Loose) => day.steps.length);
  await expect.poll(days).toEqual([1, 0]);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: part.more }).first().click();
  await page.getByRole("menuitem", { name: part.archive }).click();
  await page.getByText(part.isArchived({ name: "Naples in 2 days" })).waitFor();
  await page.goto("/trip-templates");
  await page.getByText(templates.empty.title).waitFor();
  await page.goto("/trip-templates?archived=true");
  await page.getByRole("link", { name: /Naples in 2 days/ }).waitFor();
  await page.context().close();
});

test("a reader looks and changes nothing, on a phone, in the dark, in French", async () => {
  const workspaceId = await anAgency(installation, { language: "fr" });
  const user = await aUser(installation, workspaceId);
  const product = (await user.ask("POST", "/products", { body: { name: "Bateau" } })).body;
  const step = (
    await user.ask("POST", "/steps", { body: { name: "Procida", publicText: { fr: "L’île." }, products: [{ productId: product.id }] } })
  ).body;
  const template = (await user.ask("POST", "/trip-templates", { body: { name: "Golfe", days: [{ title: "Îles", stepIds: [step.id] }] } }))
    .body;
  const page = await aSignedInPage(installation, browser, { workspaceId, role: "reader", language: "fr", theme: "dark", width: 375 });
  await page.goto("/steps");
  await page.getByRole("link", { name: /Procida/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.goto(`/steps/${step.id}`);
  await page.getByText("L’île.").waitFor();
  expect(await page.getByRole("button", { name: fr.catalogue.part.addProduct }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.goto(`/trip-templates/${template.id}`);
  await page.getByText("Îles").waitFor();
  expect(await page.getByRole("button", { name: fr.catalogue.part.addDay }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
