import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Locale } from "#domain/shared/actor.ts";
import { seedDemo } from "#server/main/seed-demo.ts";
import { newId } from "#server/platform/new-id.ts";
import { words as en } from "#words/en.ts";
import { words as fr } from "#words/fr.ts";
import { filterWords } from "#words/filter-words.ts";
import { HELP_TOPICS } from "#words/help/article.ts";
import { words as it } from "#words/it.ts";
import { anAgency, aUser, startInstallation, type Installation, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser, violationsByTheme } from "../support/browser.ts";

const WORDS = { en, fr, it };
const ROWS = "main tbody a";
/** A minute each on a machine at rest, many on one that others use too: only what never ends fails. */
const PATIENCE_MS = 900_000;

/** An address of a route, and what is on the page only when the screen is there. */
type Screen = { readonly at: string; readonly shows?: string };
/** What opens over a screen, by keys where there are some. */
type Opened = Screen & { readonly name: string; readonly open: (page: Page, language: Locale) => Promise<void>; readonly role?: string };

let installation: Installation;
let browser: Browser;
let user: TestUser;
let workspaceId: string;
let ids: Record<string, string>;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  workspaceId = await anAgency(installation);
  user = await aUser(installation, workspaceId, { name: "Paul Moreau" });
  await seedDemo(installation.application, { workspaceId, userId: user.id });
  const first = async (path: string): Promise<string> => (await user.ask("GET", path)).body.data[0].id as string;
  ids = {
    user: user.id,
    opportunity: await first("/opportunities?sort=-amount&outcome=open&limit=1"),
    client: await first("/clients?limit=1"),
    contact: await first("/contacts?limit=1"),
    product: await first("/products?limit=1"),
    step: await first("/steps?limit=1"),
    template: await first("/trip-templates?limit=1"),
  };
  const made = await user.ask("POST", "/quotes", { body: { from: { opportunityId: ids["opportunity"] } } });
  ids["quote"] = made.body.quote.id;
  await user.ask("POST", `/quotes/${ids["quote"]}/versions`, { body: {} });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const SECTIONS = [
  "me",
  "security",
  "notifications",
  "keyboard",
  "agency",
  "pipelines",
  "lists",
  "fields",
  "rates",
  "people",
  "teams",
  "outbox",
  "imports",
];
const TABS = ["overview", "timeline", "activities", "products", "contacts", "partners", "competitors", "quotes", "documents", "messages"];

/** Every route behind the sign-in has its line: a new one without it fails. */
const FRAMED: Record<string, () => readonly Screen[]> = {
  "/": () => [{ at: "/", shows: "main section" }],
  "/opportunities": () => [{ at: "/opportunities", shows: "article" }],
  "/opportunities/list": () => [{ at: "/opportunities/list", shows: ROWS }],
  "/opportunities/$id": () => [
    ...TABS.map((tab) => ({ at: `/opportunities/${ids["opportunity"]}?tab=${tab}`, shows: "[role=tabpanel]" })),
    { at: `/opportunities/${newId()}` },
  ],
  "/clients": () => [{ at: "/clients", shows: ROWS }],
  "/clients/$id": () => [
    { at: `/clients/${ids["client"]}` },
    { at: `/clients/${ids["client"]}?tab=timeline`, shows: "[data-event]" },
    { at: `/clients/${ids["client"]}?tab=documents`, shows: "[role=tabpanel]" },
  ],
  "/contacts": () => [{ at: "/contacts", shows: ROWS }],
  "/contacts/$id": () => [{ at: `/contacts/${ids["contact"]}` }],
  "/activities": () => [{ at: "/activities" }],
  "/quotes": () => [{ at: "/quotes", shows: ROWS }],
  "/quotes/$id": () => [{ at: `/quotes/${ids["quote"]}`, shows: "main [role=grid]" }, { at: `/quotes/${newId()}` }],
  "/quotes/$id/compare": () => [{ at: `/quotes/${ids["quote"]}/compare?from=1&to=2`, shows: "main table" }],
  "/products": () => [{ at: "/products", shows: ROWS }],
  "/products/$id": () => [{ at: `/products/${ids["product"]}` }],
  "/steps": () => [{ at: "/steps", shows: ROWS }],
  "/steps/$id": () => [{ at: `/steps/${ids["step"]}` }],
  "/trip-templates": () => [{ at: "/trip-templates", shows: ROWS }],
  "/trip-templates/$id": () => [{ at: `/trip-templates/${ids["template"]}` }],
  "/suppliers": () => [{ at: "/suppliers", shows: ROWS }],
  "/imports": () => [{ at: "/imports" }],
  "/imports/$id": () => [{ at: `/imports/${ids["import"]}` }, { at: `/imports/${newId()}` }],
  "/settings": () => [{ at: "/settings" }],
  "/settings/$section": () => [...SECTIONS, "nothing"].map((section) => ({ at: `/settings/${section}` })),
  "/settings/people/$id": () => [{ at: `/settings/people/${ids["user"]}` }, { at: `/settings/people/${newId()}` }],
  "/help": () => [{ at: "/help" }],
  "/help/$topic": () => [...HELP_TOPICS, "nothing"].map((topic) => ({ at: `/help/${topic}` })),
};

/** Those of who is not signed in. */
const OPEN: Record<string, readonly Screen[]> = {
  "/sign-in": [{ at: "/sign-in", shows: "input" }],
  "/welcome/$token": [{ at: "/welcome/old" }],
  "/invitation/$token": [{ at: "/invitation/old" }],
  "/reset": [{ at: "/reset", shows: "input" }],
  "/reset/$token": [{ at: "/reset/old" }],
};

const press =
  (keys: string, focus?: string) =>
  async (page: Page): Promise<void> => {
    if (focus !== undefined) await page.locator(focus).first().focus();
    await page.keyboard.press(keys);
  };
const CARD = "article h3 a";
const ROW = "tbody th a";
const board = { at: "/opportunities", shows: "article" };
const OVERLAYS: readonly Opened[] = [
  { ...board, name: "creation", open: press("n") },
  { ...board, name: "what to create", open: press("Shift+N") },
  { ...board, name: "shortcuts", open: press("?") },
  { ...board, name: "palette", open: press("Control+k") },
  { ...board, name: "filters", open: press("f"), role: "menu" },
  {
    ...board,
    name: "views",
    open: async (page, language) => {
      await page.getByRole("button", { name: WORDS[language].view.add, exact: true }).waitFor();
      await page.keyboard.press("v");
    },
    role: "menu",
  },
  {
    ...board,
    name: "new view",
    open: (page, language) => page.getByRole("button", { name: WORDS[language].view.add, exact: true }).click(),
  },
  {
    at: "/opportunities/list?view=departures&filter=all(departsOn~during~nextQuarter,any(amount~gte~5000,priority~is~true))",
    name: "advanced filter",
    open: (page, language) => page.getByRole("button", { name: filterWords[language].title }).click(),
  },
  { ...board, name: "move", open: press("m", CARD) },
  { ...board, name: "assign", open: press("i", CARD) },
  { ...board, name: "lost", open: press("Shift+W", CARD) },
  {
    at: "/settings/fields",
    shows: "main button:has(svg)",
    name: "custom field",
    open: (page, language) => page.getByRole("button", { name: WORDS[language].customField.add }).click(),
  },
  { ...board, name: "actions of a card", open: press("Enter", "article button"), role: "menu" },
  { ...board, name: "peek of a card", open: press(" ", CARD), role: "complementary" },
  { at: "/opportunities/list", shows: ROWS, name: "peek of an opportunity", open: press(" ", ROW), role: "complementary" },
  { at: "/clients", shows: ROWS, name: "peek of a client", open: press(" ", ROW), role: "complementary" },
  { at: "/contacts", shows: ROWS, name: "peek of a contact", open: press(" ", ROW), role: "complementary" },
  { ...board, name: "bell", open: (page, language) => page.getByRole("button", { name: WORDS[language].shell.kit.notifications }).click() },
  {
    ...board,
    name: "account",
    open: (page, language) => page.getByRole("button", { name: WORDS[language].shell.menu.label({ name: "Claire Lambert" }) }).click(),
    role: "menu",
  },
];

/** What a phone is looked at with. */
const ON_PHONE = ["/", "/opportunities", "/opportunities/$id", "/clients", "/clients/$id", "/contacts/$id", "/activities", "/settings"];

test("every route and every section of the settings has its line", async () => {
  const page = await aSignedInPage(installation, browser, { workspaceId });
  const routes = await page.evaluate<string[]>("Object.keys(__TSR_ROUTER__.routesByPath)");
  expect(Object.keys({ ...FRAMED, ...OPEN }).toSorted()).toEqual(routes.toSorted());
  await go(page, { at: "/settings" });
  const links = await page.evaluate<string[]>("[...document.querySelectorAll('main nav a')].map((one) => one.getAttribute('href'))");
  expect(SECTIONS.map((section) => `/settings/${section}`).toSorted()).toEqual(links.toSorted());
  await page.context().close();
});

/**
 * The theme in which a language meets every rule of axe; in the other it meets those of colours. Words change with the language,
 * colours with the theme, and nothing but colours does: so every screen meets every rule in each language and in each theme.
 */
const WHOLE = { en: "light", fr: "dark", it: "light" } as const;

describe.concurrent("axe finds nothing, in light and in dark, and nothing is wider than the window", () => {
  test.each(["en", "fr", "it"] as const)(
    "on every screen (%s)",
    async (language) => {
      const page = await aSignedInPage(installation, browser, { workspaceId, language });
      ids["import"] ??= await anImport(page);
      const found: Found = {};
      for (const screen of Object.values(FRAMED).flatMap((all) => all())) {
        await go(page, screen);
        await look(page, { name: screen.at, language, found });
      }
      for (const { name, open, role = "dialog", ...screen } of OVERLAYS) {
        await go(page, screen);
        await open(page, language);
        await page
          .getByRole(role as "dialog")
          .or(page.getByRole("alertdialog"))
          .first()
          .waitFor();
        await look(page, { name, language, found });
        await page.keyboard.press("Escape");
        await page.getByRole(role as "dialog").waitFor({ state: "detached" });
      }
      await page.context().clearCookies();
      for (const screen of Object.values(OPEN).flat()) {
        await page.goto(screen.at);
        await page
          .locator(screen.shows ?? "h1")
          .first()
          .waitFor();
        await look(page, { name: screen.at, language, found });
      }
      expect(found).toEqual({});
      await page.context().close();
    },
    PATIENCE_MS,
  );

  test(
    "on the main screens of a phone",
    async () => {
      const page = await aSignedInPage(installation, browser, { workspaceId, language: "fr", width: 375, height: 812 });
      const found: Found = {};
      for (const { at } of ON_PHONE.flatMap((route) => FRAMED[route]?.() ?? [])) {
        await go(page, { at });
        await look(page, { name: at, language: "fr", found });
      }
      expect(found).toEqual({});
      await page.context().close();
    },
    PATIENCE_MS,
  );
});

async function anImport(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const headers = { "content-type": "text/csv", "idempotency-key": crypto.randomUUID() };
    const body = "Nom;Ville\nClub alpin;Grenoble\n;Lyon\n";
    const made = await fetch("/api/v1/imports?kind=clients&fileName=clients.csv", { method: "POST", headers, body });
    return ((await made.json()) as { id: string }).id;
  });
}

/** The router rests where it was sent, and nothing waits for an answer any more. */
const RESTS = `(() => {
  const { state } = __TSR_ROUTER__;
  const isThere = state.status === "idle" && state.resolvedLocation?.href === state.location.href;
  return isThere && document.querySelector("[aria-busy=true]") === null;
})()`;

/** As a link of the page would: the document stays. */
async function go(page: Page, { at, shows = "h1" }: Screen): Promise<void> {
  await page.evaluate(`history.pushState({}, "", ${JSON.stringify(at)})`);
  for (let tries = 0; tries < 500 && !(await page.evaluate<boolean>(RESTS)); tries += 1) await page.waitForTimeout(20);
  await page.locator(shows).first().waitFor();
}

type Found = Record<string, string[]>;

type Look = { readonly name: string; readonly language: Locale; readonly found: Found };

async function look(page: Page, { name, language, found }: Look): Promise<void> {
  const wrong = await violationsByTheme(page, WHOLE[language]);
  for (const [theme, all] of Object.entries(wrong)) found[`${name}, ${theme}`] = all;
  const over = await page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  if (over > 0) found[`${name}, width`] = [`${over} px`];
}
