import axe, { type RunOptions } from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import type { Locale, Role } from "#domain/shared/actor.ts";
import { newId } from "#server/platform/new-id.ts";
import { createUser } from "#server/user/create-user.ts";
import { anAgency, type Installation } from "./agency.ts";

export const PASSWORD = "une escale à Naples";

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
}

/** Who looks, and how: an agency of its own unless one is named. */
export type Visitor = {
  readonly workspaceId?: string;
  readonly name?: string;
  readonly role?: Role;
  readonly language?: Locale;
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
  /** Where they begin: the board unless named. */
  readonly at?: string;
};

/** A page of a person who is signed in. The form has its own tests: here its question is asked without it. */
export async function aSignedInPage(installation: Installation, browser: Browser, visitor: Visitor = {}): Promise<Page> {
  const { role = "administrator", language = "en", theme = "light", width = 1440, height = 900, at = "/opportunities" } = visitor;
  const workspaceId = visitor.workspaceId ?? (await anAgency(installation, { language }));
  const email = `${newId()}@escale.example`;
  const name = visitor.name ?? "Claire Lambert";
  await createUser(installation.application.database, { workspaceId, email, name, role, language, password: PASSWORD });
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language,
    baseURL: installation.application.address,
    reducedMotion: "reduce",
  });
  // Long enough for a busy machine; what does not come by then is named by the line that waited for it.
  context.setDefaultTimeout(10_000);
  const answer = await context.request.post("/api/v1/sessions", { data: { email, password: PASSWORD } });
  if (!answer.ok()) throw new Error(`the sign-in was refused: ${await answer.text()}`);
  const page = await context.newPage();
  await page.goto(at);
  await page.locator("main").waitFor();
  return page;
}

/** What axe finds wrong on the page as it stands; by these rules alone when some are named. */
export function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  return axeSays(page, rules ? { runOnly: [...rules] } : {});
}

/** With the rule of WCAG 2.2, which axe leaves out unless it is asked for. */
export async function allViolations(page: Page): Promise<string[]> {
  const found = await axeSays(page, { rules: { "target-size": { enabled: true } } });
  const small = found.filter((one) => one.startsWith("target-size: "));
  if (small.length === 0) return found;
  // A row half under the foot of its table is not small: it is scrolled into sight.
  const underFoot = await page.evaluate<string[]>("[...document.querySelectorAll('table:has(tfoot) button')].map((one) => one.id)");
  return found.filter((one) => !small.includes(one) || !underFoot.some((id) => id !== "" && one.includes(id)));
}

const THEMES = ["light", "dark"] as const;
/** Those of axe's own category of colours that are not switched off. */
const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];

/**
 * All the rules in one theme, those of colours in the other: a theme changes colours alone, as tests/look/contrast.test.ts
 * proves. Who looks at one screen several times takes the other theme for all the rules the next time.
 */
export async function violationsByTheme(page: Page, whole: "light" | "dark"): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const theme of THEMES) {
    await page.evaluate(`document.documentElement.dataset.theme = "${theme}"`);
    const wrong = theme === whole ? await allViolations(page) : await violations(page, RULES_OF_COLOUR);
    if (wrong.length > 0) found[theme] = wrong;
  }
  return found;
}

async function axeSays(page: Page, asked: RunOptions): Promise<string[]> {
  // Half a megabyte of script: once in a document is enough.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
  return page.evaluate(async (chosen) => {
    const { axe: runner } = globalThis as unknown as { axe: typeof axe };
    // React Aria's announcer labels its spoken image by an element it removes again: not a control of ours.
    // No rule reads the style sheets: they need not be fetched again each time.
    const options: RunOptions = { resultTypes: ["violations"], preload: false, ...chosen };
    const { violations: found } = await runner.run({ exclude: [["[data-live-announcer]"]] }, options);
    return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")} ${node.html}`));
  }, asked);
}
