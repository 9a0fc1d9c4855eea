import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#server/main/seed-demo.ts";
import { withClient } from "#server/platform/roles.ts";
import { anAgency, aUser, startInstallation, type Installation, type TestUser } from "../support/agency.ts";
import { aSignedInPage, startBrowser } from "../support/browser.ts";

/** What a browser, a reader of Markdown or a maker of templates would carry out, were it not text. */
const HOSTILE =
  "<img src=//evil.example onerror=pwned=1>[x](javascript:pwned=1)![y](https://evil.example/y)zz{{7*7}}zz<svg onload=pwned=1>";
const MARK = "zz{{7*7}}zz";
type Found = { readonly pwned: boolean; readonly text: string; readonly links: readonly string[] };
const LOOK = `({
  pwned: "pwned" in window,
  text: document.body.innerText,
  links: [...document.querySelectorAll("a")].map(({ href }) => href).filter((href) => href.startsWith("javascript:")),
})`;
/** Columns that hold what people typed. */
const TYPED =
  "name|first_name|last_name|title|label|notes|result|description|body|text|street|city|region|website|payment_terms|legal_name|job_title|record_name|role|waiting_reason";

let installation: Installation;
let browser: Browser;
let workspaceId: string;
let user: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await startBrowser();
  workspaceId = await anAgency(installation);
  user = await aUser(installation, workspaceId);
  await seedDemo(installation.application, { workspaceId, userId: user.id });
  await writeEverywhere();
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

/** Every text of every table gets it at its end; words that come with the product are typed ones now. */
async function writeEverywhere(): Promise<void> {
  await withClient(installation.owner, async (client) => {
    const { rows } = await client.query<{ table: string; columns: string[]; worded: boolean }>(
      `select c.table_name as table, array_agg(c.column_name::text) filter (where c.column_name ~ $1) as columns, bool_or(c.column_name = 'word') as worded
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'text' and c.is_generated = 'NEVER'
         and c.table_name not in ('schema_migration', 'client_contact', 'opportunity_contact', 'invitation')
         and not (c.table_name = 'app_user' and c.column_name = 'role')
       group by c.table_name having bool_or(c.column_name ~ $1)`,
      [`^(${TYPED})$`],
    );
    for (const { table, columns, worded } of rows)
      await client.query(
        `update ${table} set ${[...columns.map((column) => `${column} = ${column} || $1`), ...(worded ? ["word = null"] : [])].join(", ")}`,
        [HOSTILE],
      );
  });
}

test("nothing that was typed is carried out on any page, nor asks another site for anything", async () => {
  const first = async (path: string): Promise<string> => (await user.ask("GET", path)).body.data[0].id;
  const opportunity = `/opportunities/${await first("/opportunities?outcome=open&limit=1")}`;
  const client = `/clients/${await first("/clients?limit=1")}`;
  const tabs = ["overview", "timeline", "activities", "products", "contacts", "partners", "competitors", "documents", "messages"];
  const sections = ["me", "agency", "pipelines", "lists", "fields", "people", "teams", "outbox"];
  const page = await aSignedInPage(installation, browser, { workspaceId });
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(installation.application.address) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  page.on("dialog", (dialog) => void foreign.push(dialog.message()));
  let shown = 0;
  for (const at of [
    "/",
    "/opportunities",
    "/opportunities/list",
    ...tabs.map((tab) => `${opportunity}?tab=${tab}`),
    "/clients",
    client,
    `${client}?tab=timeline`,
    "/contacts",
    `/contacts/${await first("/contacts?limit=1")}`,
    "/activities",
    "/products",
    `/products/${await first("/products?limit=1")}`,
    "/suppliers",
    ...sections.map((section) => `/settings/${section}`),
  ]) {
    await page.goto(at);
    await page.locator("main").waitFor();
    await page
      .getByText(MARK)
      .first()
      .waitFor({ state: "attached", timeout: 1000 })
      .then(
        () => (shown += 1),
        () => undefined,
      );
    const found = await page.evaluate<Found>(LOOK);
    expect([at, found.pwned, found.links, found.text.includes("zz49zz")]).toEqual([at, false, [], false]);
  }
  expect(shown).toBeGreaterThan(15);
  expect(foreign).toEqual([]);
  // The same eyes see what is planted.
  await page.evaluate(
    'pwned = 1; document.body.insertAdjacentHTML("beforeend", "<a href=javascript:0>zz49zz</a>"); location.assign("http://evil.example/")',
  );
  await expect.poll(() => foreign).toEqual(["http://evil.example/"]);
  await page.context().close();
});
