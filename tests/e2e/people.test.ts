import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words as say } from "#words/fr.ts";
import { anAgency, startInstallation, type Installation } from "../support/agency.ts";
import { aSignedInPage, PASSWORD, startBrowser } from "../support/browser.ts";
import { startMailbox, type Mailbox } from "../support/mailbox.ts";

const ADRIEN = "adrien.besson@alpes-escales.example";
const { access, people, settings, shell } = say;

let installation: Installation;
let browser: Browser;
let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await startMailbox();
  installation = await startInstallation({ SMTP_URL: mailbox.url });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
  await mailbox?.stop();
});

async function aVisitor(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "fr",
    reducedMotion: "reduce",
    baseURL: installation.application.address,
  });
  return context.newPage();
}

/** The way of a link, whatever address the mail was written with. */
function pathOf(link: string): string {
  return new URL(link).pathname;
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(access.email).fill(ADRIEN);
  await page.getByLabel(access.password, { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

test("a colleague is invited by mail, joins, loses the contacts, signs out, chooses a new password and ends another session", async () => {
  const workspaceId = await anAgency(installation, { language: "fr" });
  const admin = await aSignedInPage(installation, browser, { workspaceId, name: "Paul Moreau", language: "fr", at: "/settings/people" });
  await admin.getByRole("button", { name: people.invite.button, exact: true }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel(people.invite.email).fill(ADRIEN);
  await dialog.getByRole("button", { name: people.invite.submit }).click();
  await admin.getByText(people.invite.mailed).waitFor();

  const adrien = await aVisitor();
  await adrien.goto(pathOf(await mailbox.linkTo(ADRIEN)));
  await adrien.getByLabel(access.invitation.name).fill("Adrien Besson");
  await adrien.getByLabel(access.password, { exact: true }).fill("court");
  await adrien.getByRole("button", { name: access.invitation.submit }).click();
  await adrien.locator("input[autocomplete=new-password][aria-invalid=true]").waitFor();
  await adrien.getByLabel(access.password, { exact: true }).fill(PASSWORD);
  await adrien.getByRole("button", { name: access.invitation.submit }).click();
  await adrien.waitForURL("**/opportunities");
  const contacts = adrien
    .getByRole("navigation", { name: shell.kit.mainNavigation })
    .first()
    .getByRole("link", { name: shell.nav.contacts });
  await contacts.waitFor();
  expect(await statusOf(adrien, "/api/v1/contacts")).toBe(200);

  await admin.goto("/settings/people");
  await admin.getByRole("link", { name: "Adrien Besson" }).click();
  const row = admin.getByRole("radiogroup", { name: people.module.contacts });
  await row.getByRole("radio", { name: people.right.none }).click({ force: true });
  await admin.getByText(people.user.differ({ count: 1, role: people.role.seller })).waitFor();
  await admin.getByText(people.sees.noContacts).waitFor();
  await admin.getByText(people.sees.open({ count: 0, own: 0 })).waitFor();
  await adrien.reload();
  await adrien.getByRole("heading", { level: 1, name: shell.nav.opportunities }).waitFor();
  await expect.poll(() => contacts.count()).toBe(0);
  expect(await statusOf(adrien, "/api/v1/contacts")).toBe(403);

  await adrien.getByRole("button", { name: shell.menu.label({ name: "Adrien Besson" }) }).click();
  await adrien.getByRole("menuitem", { name: shell.menu.signOut }).click();
  await adrien.waitForURL("**/sign-in");
  await signIn(adrien, "ce n’est pas le bon");
  await adrien.getByRole("alert").filter({ hasText: /\S/ }).waitFor();

  await adrien.getByRole("link", { name: access.signIn.forgotten }).click();
  await adrien.getByLabel(access.email).fill(ADRIEN);
  await adrien.getByRole("button", { name: access.reset.submit }).click();
  await adrien.getByRole("heading", { name: access.reset.sentTitle }).waitFor();
  const reset = pathOf(await mailbox.linkTo(ADRIEN, 1));
  await adrien.goto(reset);
  await adrien.getByLabel(access.reset.newPassword).fill("un autre port de départ");
  await adrien.getByRole("button", { name: access.reset.save }).click();
  await adrien.waitForURL("**/opportunities");

  const elsewhere = await aVisitor();
  await signIn(elsewhere, "un autre port de départ");
  await elsewhere.waitForURL("**/opportunities");
  await adrien.goto("/settings/security");
  await adrien.getByRole("button", { name: new RegExp(`^${settings.security.endOf({ device: "" }).trim()}`) }).click();
  await adrien.getByText(settings.security.ended).waitFor();
  expect(await statusOf(elsewhere, "/api/v1/me")).toBe(401);
  expect(await statusOf(adrien, "/api/v1/me")).toBe(200);

  // Who worked there is asked to sign in over the page, and goes on where they were. The page may have noticed before the click.
  await elsewhere.getByRole("link", { name: say.opportunity.list }).dispatchEvent("click");
  const again = elsewhere.getByRole("alertdialog", { name: shell.session.title });
  await again.getByLabel(access.password, { exact: true }).fill("un autre port de départ");
  await elsewhere.keyboard.press("Enter");
  await again.waitFor({ state: "hidden" });
  await elsewhere.waitForURL("**/opportunities/list");

  // The link served once.
  await elsewhere.goto(reset);
  await elsewhere.getByLabel(access.reset.newPassword).fill("encore un autre port");
  await elsewhere.getByRole("button", { name: access.reset.save }).click();
  await elsewhere.getByRole("heading", { name: access.link.title }).waitFor();
  for (const page of [admin, adrien, elsewhere]) await page.context().close();
});

function statusOf(page: Page, path: string): Promise<number> {
  return page.evaluate(async (at) => (await fetch(at)).status, path);
}
