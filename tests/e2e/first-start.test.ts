import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words as en } from "#words/en.ts";
import { words as fr } from "#words/fr.ts";
import { words as it } from "#words/it.ts";
import { parameterWords } from "#words/parameter-words.ts";
import { startInstallation } from "../support/agency.ts";
import { PASSWORD, startBrowser, violations } from "../support/browser.ts";

const JOURNEYS = [
  { language: "fr", theme: "light", width: 1440, say: fr, start: "empty" },
  { language: "it", theme: "dark", width: 375, say: it, start: "empty" },
  { language: "en", theme: "light", width: 1440, say: en, start: "demo" },
] as const;

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

test.each(JOURNEYS)(
  "the first visit creates the agency and ends on its board ($language, $start)",
  async ({ language, theme, width, say, start }) => {
    const installation = await startInstallation();
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: theme,
      locale: language,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const { access } = say;
    const link = installation.application.welcomeLink ?? "";
    await page.goto(link);
    const goOn = page.getByRole("button", { name: access.welcome.continue });
    await page.getByText(access.welcome.databaseReady).waitFor();

    await goOn.click();
    await page.getByText(say.common.required).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel(access.welcome.name, { exact: true }).fill("Alpes & Escales Voyages");
    const { sale } = access.welcome;
    await page.getByText(sale.groups, { exact: true }).click();
    await goOn.click();
    await page.getByText(access.welcome.sellsNone).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByText(sale.individuals, { exact: true }).click();
    await page.getByLabel(access.welcome.name, { exact: true }).press("Enter");

    await page.getByLabel(access.welcome.yourName).fill("Paul Moreau");
    await page.getByLabel(access.email).fill("paul@alpes");
    await page.getByLabel(access.password, { exact: true }).fill("password");
    await goOn.click();
    await page.getByText(access.emailInvalid).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel(access.email).fill("paul@alpes-escales.example");
    await goOn.click();

    await page.getByRole("radio", { name: start === "demo" ? access.welcome.demo : access.welcome.empty }).check({ force: true });
    expect(await violations(page)).toEqual([]);
    // Going back keeps the answers.
    await page.getByRole("button", { name: access.welcome.agency }).first().click();
    expect(await page.getByLabel(access.welcome.name, { exact: true }).inputValue()).toBe("Alpes & Escales Voyages");
    for (const _ of ["agency", "account", "data"]) await goOn.click();
    expect(await violations(page)).toEqual([]);

    // A password of everybody's is refused by the server: the page goes back to where it is asked, and says it once.
    await page.getByRole("button", { name: access.welcome.finish }).click();
    await page.locator("input[aria-invalid=true]").waitFor();
    expect(await page.locator("input[aria-invalid=true]").getAttribute("autocomplete")).toBe("new-password");
    await page.getByLabel(access.password, { exact: true }).fill(PASSWORD);
    for (const _ of ["account", "data"]) await goOn.click();
    await page.getByRole("button", { name: access.welcome.finish }).click();
    await page.waitForURL("**/opportunities");
    await page.getByRole("heading", { level: 1, name: say.shell.nav.opportunities }).waitFor();
    const firstKind = await page.evaluate<string>(
      "fetch('/api/v1/client-kinds').then((answer) => answer.json()).then(({ data }) => data[0].name)",
    );
    expect(firstKind).toBe(parameterWords[language].clientKind.couple);
    const { title } = say.opportunity.empty;
    if (start === "empty") await page.getByText(title).waitFor();
    else
      await page
        .getByRole("link", { name: /^Grand tour de Sicile/ })
        .first()
        .waitFor();

    // The link has served.
    await page.goto(link);
    await page.getByText(access.link.welcome).waitFor();
    await context.close();
    await installation.stop();
  },
);
