import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";
import { aSignedInPage, allViolations, startBrowser } from "../support/browser.ts";
import { aDocument, aPicture, PDF } from "../support/files.ts";

let installation: Installation;
let browser: Browser;
let workspaceId: string;
let script: TestUser;

beforeAll(async () => {
  installation = await startInstallation({ ESCALE_UPLOAD_MB: "1" });
  browser = await startBrowser();
  workspaceId = await anAgency(installation);
  script = await aUser(installation, workspaceId, { name: "Paul Moreau" });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const rows = (page: Page): Locator => page.locator("[data-document]");
const row = (page: Page, name: string): Locator => rows(page).filter({ hasText: name });
const namesOf = async (id: string): Promise<string[]> =>
  (await script.ask("GET", `/opportunities/${id}/documents`)).body.data.map((one: Loose) => one.name);

/** As a hand would: the files enter the panel, then fall on it. */
async function drop(page: Page, files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, text: bytes.toString("base64") }));
  const transfer = await page.evaluateHandle(`(() => {
    const made = new DataTransfer();
    for (const { name, text } of ${JSON.stringify(given)})
      made.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name));
    return made;
  })()`);
  const panel = page.getByRole("tabpanel").locator("section").first();
  for (const event of ["dragenter", "dragover"]) await panel.dispatchEvent(event, { dataTransfer: transfer });
  await page.getByText("Drop the files to add them").waitFor();
  await panel.dispatchEvent("drop", { dataTransfer: transfer });
}

async function act(page: Page, name: string, label: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: label }).click();
}

test("files are dropped, previewed, renamed, given a new version, deleted and brought back", async () => {
  const page = await aSignedInPage(installation, browser, { workspaceId });
  const { id } = await anOpportunity(script);
  await page.goto(`/opportunities/${id}?tab=documents`);
  await page.getByText("No document yet.").waitFor();
  await drop(page, [
    { name: "Programme.pdf", bytes: PDF },
    { name: "Plage.png", bytes: await aPicture() },
  ]);
  await row(page, "Programme.pdf").waitFor();
  await row(page, "Plage.png").waitFor();
  await page.getByText("2 documents are added").waitFor();
  await page.getByRole("tab", { name: "Documents 2" }).waitFor();

  await page.getByRole("button", { name: "Preview Plage.png" }).click();
  const dialog = page.getByRole("dialog");
  const picture = dialog.getByRole("img", { name: "Plage.png" });
  await expect.poll(() => picture.evaluate((image) => (image as Loose).naturalWidth)).toBe(640);
  expect(await allViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Preview Plage.png" }).press("F2");
  await page.keyboard.type("Autre");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Preview Plage.png" }).press("F2");
  const field = page.getByLabel("File name");
  await field.waitFor();
  expect(await page.evaluate("getSelection().toString()")).toBe("Plage");
  await page.keyboard.type("La plage");
  await page.keyboard.press("Enter");
  await row(page, "La plage.png").waitFor();

  const choosing = page.waitForEvent("filechooser");
  await act(page, "Programme.pdf", "Add a new version…");
  await (await choosing).setFiles([{ name: "v2.csv", mimeType: "text/csv", buffer: Buffer.from("Jour;Lieu\n1;Naples\n") }]);
  await row(page, "Programme.csv").getByText("Version 2").waitFor();
  await page.getByRole("button", { name: "Versions of Programme.csv" }).click();
  await dialog.getByText("Version 1").waitFor();
  expect(await allViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Use this version" }).click();
  await row(page, "Programme.pdf").getByText("Version 1").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });

  await drop(page, [{ name: "programme.pdf", bytes: PDF }]);
  await dialog.getByText("A document of this name is here already").waitFor();
  expect(await allViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Add as a new version" }).click();
  await row(page, "Programme.pdf").getByText("Version 3").waitFor();
  expect((await namesOf(id)).length).toBe(2);

  await act(page, "La plage.png", "Delete");
  await expect.poll(() => namesOf(id)).toEqual(["Programme.pdf"]);
  await page.getByRole("button", { name: "Preview Programme.pdf" }).focus();
  await page.keyboard.press("z");
  await row(page, "La plage.png").waitFor();

  await page.getByRole("button", { name: "Preview La plage.png" }).press("Delete");
  await row(page, "La plage.png").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Deleted documents" }).click();
  await page.getByRole("button", { name: "Bring back" }).click();
  await row(page, "La plage.png").waitFor();
  await expect.poll(async () => (await namesOf(id)).toSorted()).toEqual(["La plage.png", "Programme.pdf"]);
  await page.context().close();
});

test("what is refused stands in the list with why, the others arrive; a lost connection is tried again", async () => {
  const page = await aSignedInPage(installation, browser, { workspaceId });
  const { id } = await anOpportunity(script);
  await page.goto(`/opportunities/${id}?tab=documents`);
  await page.getByText("No document yet.").waitFor();
  await drop(page, [
    { name: "photo.png", bytes: Buffer.from("<html>") },
    { name: "large.txt", bytes: Buffer.alloc(1_000_001, "x") },
    { name: "Programme.pdf", bytes: PDF },
  ]);
  await page.getByText("The name says another kind of file than the content is.").waitFor();
  await page.getByText("Larger than the limit of 1 MB.").waitFor();
  await row(page, "Programme.pdf").waitFor();
  expect(await allViolations(page)).toEqual([]);
  for (const name of ["photo.png", "large.txt"]) await page.getByRole("button", { name: `Take ${name} off the list` }).click();

  await page.route("**/documents?fileName=*", (route) => route.abort());
  await drop(page, [{ name: "Liste.csv", bytes: Buffer.from("a;b\n") }]);
  const again = page.getByRole("button", { name: "Try again: Liste.csv" });
  await again.waitFor();
  await page.unroute("**/documents?fileName=*");
  await again.click();
  await row(page, "Liste.csv").waitFor();
  await expect.poll(() => namesOf(id)).toEqual(["Liste.csv", "Programme.pdf"]);
  await page.context().close();
});

test("another's document comes by itself; a reader opens and downloads, and is offered nothing else; a client has those of its sales", async () => {
  const page = await aSignedInPage(installation, browser, { workspaceId, role: "reader", width: 375, height: 812 });
  const one = await anOpportunity(script);
  await aDocument(script, one.id);
  const me = await page.evaluate<string>("fetch('/api/v1/me').then((answer) => answer.json()).then((all) => all.id)");
  await script.ask("PATCH", `/opportunities/${one.id}`, { body: { managerId: me } });
  await page.goto(`/clients/${one.client.id}?tab=documents`);
  await row(page, "Programme.pdf").getByRole("link", { name: one.name }).click();
  await row(page, "Programme.pdf").waitFor();
  await aDocument(script, one.id, { name: "Contrat.txt", bytes: "bonjour" });
  await row(page, "Contrat.txt").waitFor();
  expect(await page.getByRole("button", { name: "Add documents" }).count()).toBe(0);
  await page.getByRole("button", { name: "Actions for Contrat.txt" }).click();
  expect(await page.getByRole("menuitem").allInnerTexts()).toEqual(["Download", "Versions"]);
  const arriving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Download" }).click();
  expect((await arriving).suggestedFilename()).toBe("Contrat.txt");
  expect(await allViolations(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  await page.context().close();
});
