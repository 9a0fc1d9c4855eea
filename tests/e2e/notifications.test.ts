import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mentionOf } from "#domain/message/message.ts";
import { anAgency, anOpportunity, aTeam, aUser, startInstallation, type Installation, type TestUser } from "#tests/support/agency.ts";
import { aSignedInPage, startBrowser, violations } from "#tests/support/browser.ts";
import { noticeWords } from "#words/notice/notice-words.ts";
import { words as en } from "#words/en.ts";

let installation: Installation;
let browser: Browser;
let workspaceId: string;
let colleague: TestUser;
const say = noticeWords.en;
const bellName = en.shell.kit.notifications;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  workspaceId = await anAgency(installation);
  colleague = await aUser(installation, workspaceId, { name: "Sophie Vend", teamIds: [await aTeam(installation, workspaceId, "Groups")] });
});
afterAll(async () => {
  await browser.close();
  await installation.stop();
});

test("the bell rings while one looks on: it counts, says who did what, leads there and is quiet again", async () => {
  const page = await aSignedInPage(installation, browser, { workspaceId });
  const me = (await colleague.ask("GET", "/people")).body.data.find(({ id }: { id: string }) => id !== colleague.id);
  await page.goto("/clients");
  await page.getByRole("button", { name: bellName, exact: true }).waitFor();
  const { id } = await anOpportunity(colleague, { name: "Naples en mai" });
  const body = `${mentionOf(me)} le comité vote jeudi`;
  await colleague.ask("POST", `/opportunities/${id}/messages`, { body: { body } });
  const bell = page.getByRole("button", { name: en.shell.unread({ name: bellName, count: "1" }) });
  await bell.waitFor();
  await bell.click();
  const panel = page.getByRole("dialog", { name: bellName });
  const row = panel.getByRole("link", { name: /Sophie Vend mentions you in a message: Naples en mai/ });
  await row.waitFor();
  expect(await violations(page)).toEqual([]);
  await row.click();
  await page.waitForURL(`**/opportunities/${id}?tab=messages`);
  await page.getByRole("button", { name: bellName, exact: true }).waitFor();
  await page.context().close();
});

test("what one did is found under the bell after a reload, and taken back from there", async () => {
  const page = await aSignedInPage(installation, browser, { workspaceId });
  const { id } = await anOpportunity(colleague, { name: "Capri" });
  await page.goto(`/opportunities/${id}`);
  await page.evaluate(
    (address) =>
      fetch(address, { method: "PATCH", headers: { "content-type": "application/json", "if-match": '"1"' }, body: '{"priority":true}' }),
    `/api/v1/opportunities/${id}`,
  );
  await expect.poll(async () => (await colleague.ask("GET", `/opportunities/${id}`)).body.priority).toBe(true);
  await page.reload();
  await page.getByRole("button", { name: bellName, exact: true }).click();
  const panel = page.getByRole("dialog", { name: bellName });
  await panel.getByRole("radio", { name: say.bell.done }).click();
  await panel.getByRole("button", { name: `${say.bell.undo}: ${say.did.edited}, Capri` }).click();
  await panel.getByText(say.bell.undone).waitFor();
  expect((await colleague.ask("GET", `/opportunities/${id}`)).body.priority).toBe(false);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test("each kind is chosen by way, and kept; the outbox shows what would have gone", async () => {
  const page = await aSignedInPage(installation, browser, { workspaceId, at: "/settings/notifications" });
  const box = page.getByRole("checkbox", { name: say.preferences.cell({ kind: say.preferences.kind.won, way: say.preferences.byMail }) });
  await box.waitFor();
  expect(await violations(page)).toEqual([]);
  // It is ticked before it is answered: to reload earlier would lose it.
  const kept = page.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok());
  await box.press("Space");
  await expect.poll(() => box.isChecked()).toBe(true);
  await kept;
  await page.reload();
  await box.waitFor();
  expect(await box.isChecked()).toBe(true);
  await page.goto("/settings/outbox");
  const mail = page.getByRole("listitem").filter({ hasText: "Sophie Vend mentions you in a message: Naples en mai" });
  await mail.getByText(say.outbox.state.held).waitFor();
  await mail.getByRole("button", { name: new RegExp(`^${say.outbox.show}`) }).click();
  await mail.getByText("le comité vote jeudi").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
