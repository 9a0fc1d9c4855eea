import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words as en } from "#words/en.ts";
import { words as fr } from "#words/fr.ts";
import { words as it } from "#words/it.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation } from "../support/agency.ts";
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

test.each([
  ["en", "light"],
  ["fr", "dark"],
  ["it", "light"],
] as const)(
  "an activity is planned, ticked with its result, the next one planned, and all of it is told (%s, %s)",
  async (language, theme) => {
    const { activity: say, timeline } = WORDS[language];
    const workspaceId = await anAgency(installation, { language });
    const user = await aUser(installation, workspaceId, { name: "Paul Moreau" });
    const { id } = await anOpportunity(user);
    const page = await aSignedInPage(installation, browser, { workspaceId, language, theme, at: `/opportunities/${id}?tab=activities` });
    await page.getByText(say.emptyPlanned).waitFor();
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: say.planShort }).click();
    await dialog.getByText(say.needsTitle).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel(say.field.title, { exact: true }).fill("Appeler Mme Ferrand");
    await dialog.getByRole("textbox", { name: say.field.dueTime }).fill("14h30");
    await dialog.getByRole("button", { name: say.planShort }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(`${say.today} 14:30`).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("checkbox", { name: say.markDone({ title: "Appeler Mme Ferrand" }) }).press("Space");
    const result = page.getByPlaceholder(say.result);
    await result.fill("Rappelle mardi");
    await result.press("Enter");
    await page.getByRole("button", { name: say.planNext }).click();
    await dialog.getByLabel(say.field.title, { exact: true }).fill("Envoyer le programme");
    await dialog.getByRole("button", { name: say.planShort }).click();
    await page.getByRole("checkbox", { name: say.markDone({ title: "Envoyer le programme" }) }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`/opportunities/${id}?tab=timeline`);
    await page.getByRole("paragraph").filter({ hasText: "Rappelle mardi" }).waitFor();
    await page.getByRole("button", { name: timeline.show.changes }).click();
    await page.waitForURL(/show=changes/);
    await page.getByRole("paragraph").filter({ hasText: "Rappelle mardi" }).waitFor({ state: "detached" });
    expect(await violations(page)).toEqual([]);
    await page.goto("/activities?whose=all");
    await page.getByRole("checkbox", { name: say.markDone({ title: "Envoyer le programme" }) }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto("/opportunities");
    await page.getByRole("article").getByText(say.today).waitFor();
    await page.context().close();
  },
);

test("a note mentions whoever may see the record, is drawn as Markdown and never as HTML, is changed and pinned", async () => {
  const workspaceId = await anAgency(installation);
  const user = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  const { id } = await anOpportunity(user);
  const page = await aSignedInPage(installation, browser, { workspaceId, name: "Claire Lambert" });
  const { message: say } = en;
  await page.goto(`/opportunities/${id}?tab=messages`);
  const composer = page.getByRole("textbox", { name: say.writeLabel });
  await composer.pressSequentially("Voir avec @mor");
  await page.getByRole("option", { name: "Paul Moreau" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await composer.pressSequentially("**jeudi** <img src=x onerror=alert(1)> [lien](javascript:alert(1)) [site](https://escale.example)");
  await page.keyboard.press("Control+Enter");
  const note = page.getByRole("article", { name: "Claire Lambert" });
  await note.getByText("@Paul Moreau").waitFor();
  await note.locator("strong", { hasText: "jeudi" }).waitFor();
  expect(await note.locator("img").count()).toBe(0);
  expect(await note.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual([
    "https://escale.example/",
  ]);
  expect(await note.textContent()).toContain("<img src=x onerror=alert(1)>");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: say.actions({ by: "Claire Lambert" }) }).press("Enter");
  await page.getByRole("menuitem", { name: say.edit, exact: true }).click();
  const changed = note.getByRole("textbox", { name: say.writeLabel });
  expect(await changed.inputValue()).toContain("@Paul Moreau");
  await changed.fill("Rien de plus");
  await page.keyboard.press("Control+Enter");
  await note.getByRole("button", { name: say.edited }).click();
  await page
    .getByRole("dialog")
    .getByText(say.version({ n: 1 }))
    .waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: say.actions({ by: "Claire Lambert" }) }).press("Enter");
  await page.getByRole("menuitem", { name: say.pin }).click();
  await page.getByText(say.pinned({ by: "Claire Lambert" })).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test("two people change an activity: different fields both stand, of the same one both values are shown with whose it is", async () => {
  const { activity: say, common } = en;
  const workspaceId = await anAgency(installation);
  const user = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  const { id } = await anOpportunity(user);
  const made = (await user.ask("POST", "/activities", { body: { kind: "call", title: "Call Hélène", opportunityId: id } })).body;
  const stored = async () => (await user.ask("GET", `/activities/${made.id}`)).body;
  const page = await aSignedInPage(installation, browser, { workspaceId });
  const other = await aSignedInPage(installation, browser, { workspaceId, name: "Inès Roy" });
  const dialog = page.getByRole("dialog");
  const change = async (on: typeof page, field: string, text: string): Promise<void> => {
    await on.getByRole("dialog").getByRole("textbox", { name: field }).fill(text);
  };
  for (const on of [page, other]) {
    await on.goto(`/opportunities/${id}?tab=activities`);
    await on.getByRole("button", { name: say.actions(made) }).click();
    await on.getByRole("menuitem", { name: say.edit, exact: true }).click();
  }
  await change(other, say.field.title, "Write to Hélène");
  await other.keyboard.press("Control+Enter");
  await other.getByRole("dialog").waitFor({ state: "detached" });
  await change(page, say.field.notes, "Rooms on the sea");
  await page.keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(stored).toMatchObject({ title: "Write to Hélène", notes: "Rooms on the sea" });

  for (const on of [page, other]) {
    await on.getByRole("button", { name: say.actions({ title: "Write to Hélène" }) }).click();
    await on.getByRole("menuitem", { name: say.edit, exact: true }).click();
  }
  await change(other, say.field.title, "See Hélène");
  await other.keyboard.press("Control+Enter");
  await other.getByRole("dialog").waitFor({ state: "detached" });
  await change(page, say.field.title, "Lunch with Hélène");
  await page.keyboard.press("Control+Enter");
  const chooser = dialog.getByRole("alert", { name: common.conflict.title });
  await chooser.getByText("See Hélène").waitFor();
  await chooser.getByText("Lunch with Hélène").waitFor();
  await chooser.getByText(/Inès Roy/).waitFor();
  expect(await violations(page)).toEqual([]);
  await chooser.getByRole("button", { name: common.conflict.keepMine }).click();
  await dialog.waitFor({ state: "detached" });
  await expect.poll(stored).toMatchObject({ title: "Lunch with Hélène" });
  await Promise.all([page, other].map((one) => one.context().close()));
});

test("on a phone the activities of an opportunity fit the width", async () => {
  const workspaceId = await anAgency(installation, { language: "fr" });
  const user = await aUser(installation, workspaceId);
  const { id } = await anOpportunity(user);
  await user.ask("POST", "/activities", {
    body: { kind: "visit", title: "Visite au siège avec le bureau et le trésorier", opportunityId: id },
  });
  const page = await aSignedInPage(installation, browser, { workspaceId, language: "fr", theme: "dark", width: 375, height: 812 });
  for (const path of [`/opportunities/${id}?tab=activities`, "/activities?whose=all", `/opportunities/${id}?tab=timeline`]) {
    await page.goto(path);
    await page.getByText("Visite au siège avec le bureau").first().waitFor();
    expect(
      await page.locator("html").evaluate((html: { scrollWidth: number; clientWidth: number }) => html.scrollWidth - html.clientWidth),
    ).toBe(0);
    expect(await violations(page)).toEqual([]);
  }
  await page.context().close();
});
