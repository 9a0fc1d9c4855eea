import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mentionOf } from "#domain/message/message.ts";
import { words as en } from "#words/en.ts";
import { words as fr } from "#words/fr.ts";
import { words as it } from "#words/it.ts";
import { anActivity, inDays, today } from "../support/activity.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violations, type Visitor } from "../support/browser.ts";

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

async function nothingYet(page: Page, { myDay }: typeof en): Promise<void> {
  for (const text of [myDay.emptyToday, myDay.emptyWeek, myDay.nothingToWatch, myDay.nobodyMentions]) await page.getByText(text).waitFor();
}

/** Claire's day: one call late, one thing done and two to do today, an opportunity past its close, and Paul mentions her. */
async function aDay(visitor: Visitor & { readonly language: "en" | "fr" | "it" }) {
  const workspaceId = await anAgency(installation, { language: visitor.language });
  const paul = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  const page = await aSignedInPage(installation, browser, { ...visitor, workspaceId, at: "/" });
  await nothingYet(page, WORDS[visitor.language]);
  const { data: people } = (await paul.ask("GET", "/people")).body;
  const claire = people.find((one: Loose) => one.name === "Claire Lambert").id as string;
  const { id } = await anOpportunity(paul, { name: "Grèce antique en famille", managerId: claire, expectedCloseOn: inDays(-15) });
  const plan = (title: string, facts: Record<string, unknown>) =>
    anActivity(paul, { title, opportunityId: id, assigneeId: claire, ...facts });
  await plan("Rappeler M. Garnier", { dueOn: inDays(-4) });
  const done = await plan("Relire le devis", { dueOn: today(), dueTime: "00:00" });
  await paul.ask("POST", `/activities/${done.id}/done`, { body: {} });
  await plan("Appeler Mme Ferrand", { dueOn: today(), dueTime: "23:59" });
  await plan("Compléter la liste", { dueOn: today() });
  const body = `${mentionOf({ id: claire, name: "Claire Lambert" })} tu peux me passer le contact ?`;
  await paul.ask("POST", `/opportunities/${id}/messages`, { body: { body } });
  // Ten in the morning in Paris or eleven: between what is done and what comes.
  await page.clock.setFixedTime(`${today()}T09:00:00Z`);
  return { page, id, paul, claire };
}

test.each([
  ["en", "light"],
  ["fr", "dark"],
  ["it", "light"],
] as const)("the day shows what is late, today by the clock, what to watch and who mentions me (%s, %s)", async (language, theme) => {
  const say = WORDS[language];
  const { page } = await aDay({ language, theme });
  await page.goto("/opportunities");
  await page.getByRole("article").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  const late = page.getByRole("region", { name: `${say.activity.group.late} 1` });
  await late.getByText(say.activity.lateBy({ days: 4 })).waitFor();
  const line = page.getByRole("region", { name: `${say.activity.group.today} 3` });
  await line.getByText("Relire le devis").waitFor();
  expect(await line.getByRole("listitem").evaluateAll((items) => items.map((item) => item.getAttribute("data-row") === null))).toEqual([
    false,
    true,
    false,
    false,
  ]);
  await page.getByText(`${say.myDay.late({ n: 1 })} · ${say.myDay.today({ n: 3 })}, ${say.myDay.done({ n: 1 })}`).waitFor();
  const watched = page.getByRole("region", { name: `${say.myDay.toWatch} 1` });
  await watched.getByText(say.opportunity.overdueClose, { exact: true }).waitFor();
  await page.getByText("@Claire Lambert tu peux me passer le contact ?").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test("a day is worked through by keyboard: the late one ticked, the next one opened, one postponed, one planned", async () => {
  const { page, id, paul } = await aDay({ language: "en" });
  await page.reload();
  await page.getByRole("checkbox", { name: en.activity.markDone({ title: "Rappeler M. Garnier" }) }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page
    .getByRole("region", { name: `${en.activity.justDone} 1` })
    .getByPlaceholder(en.activity.result)
    .waitFor();
  await expect.poll(() => page.getByRole("region", { name: new RegExp(`^${en.activity.group.late}`) }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  const last = page.getByRole("checkbox", { name: en.activity.markDone({ title: "Compléter la liste" }) });
  const call = page.getByRole("checkbox", { name: en.activity.markDone({ title: "Appeler Mme Ferrand" }) });
  await call.focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => last.evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true);
  await page.keyboard.press("r");
  const dueTomorrow = async (): Promise<string[]> =>
    (await paul.ask("GET", `/activities?dueOn[lte]=${inDays(1)}&dueOn[gte]=${inDays(1)}`)).body.data.map(({ title }: Loose) => title);
  await expect.poll(dueTomorrow).toEqual(["Compléter la liste"]);
  await call.press("Space");
  const today3 = page.getByRole("region", { name: new RegExp(`^${en.activity.group.today}`) });
  await today3.getByPlaceholder(en.activity.result).waitFor();
  await page
    .getByRole("region", { name: new RegExp(`^${en.myDay.toWatch}`) })
    .getByRole("link", { name: "Grèce antique en famille" })
    .focus();
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(en.activity.field.title, { exact: true }).fill("Envoyer le programme");
  await dialog.getByRole("button", { name: en.activity.planShort }).click();
  // A dialog gives the focus back to where it was opened: then one goes on.
  await dialog.waitFor({ state: "detached" });
  const planned = page.getByRole("checkbox", { name: en.activity.markDone({ title: "Envoyer le programme" }) });
  await planned.press("Enter");
  await page.waitForURL(`**/opportunities/${id}`);
  await page.goBack();
  await page.getByRole("link", { name: `${en.opportunity.filter.overdue} 1` }).click();
  await page.waitForURL(/\/opportunities\/list\?.*overdue=true/);
  await page.getByRole("rowheader", { name: "Grèce antique en famille" }).waitFor();
  await page.goBack();
  await page.getByRole("region", { name: en.myDay.mentions }).getByRole("link").click();
  await page.waitForURL(`**/opportunities/${id}?tab=messages`);
  await page.context().close();
});

test("on a phone the tab leads to the day, which fits the width; without activities the rest is shown", async () => {
  const { page, paul, claire } = await aDay({ role: "seller", language: "fr", theme: "dark", width: 375, height: 812 });
  await page.goto("/opportunities");
  await page.getByRole("link", { name: fr.shell.nav.today }).click();
  await page.getByText("Rappeler M. Garnier").waitFor();
  await page.getByText("@Claire Lambert tu peux").waitFor();
  const overflow = (html: { scrollWidth: number; clientWidth: number }) => html.scrollWidth - html.clientWidth;
  expect(await page.locator("html").evaluate(overflow)).toBe(0);
  expect(await violations(page)).toEqual([]);
  expect((await paul.ask("PATCH", `/users/${claire}`, { body: { overrides: { activities: "none" } } })).status).toBe(200);
  await page.reload();
  await page.getByText("Grèce antique en famille").waitFor();
  expect(await page.getByText(fr.activity.group.today).count()).toBe(0);
  expect(await page.getByText(fr.myDay.mentions).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
