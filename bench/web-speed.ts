import { randomBytes } from "node:crypto";
import { chromium, type Page } from "playwright-core";
import { openBenchAgency } from "#bench/bench-agency.ts";
import { median } from "#bench/measure.ts";
import { startEscale } from "#bench/servers.ts";
import { createPerson } from "#server/admin/accounts.ts";
import { DiskStore } from "#server/platform/disk-store.ts";
import { Database } from "#server/platform/database.ts";

export type WebSpeed = {
  readonly requests: number;
  readonly scriptKb: number;
  readonly rowsMillis: number;
  /** From the drop of a card to the frame that shows it in its column. */
  readonly dropMillis: number;
};

const CHROMIUM = "/usr/bin/chromium";
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The board of a large agency in a real browser with an empty cache. */
export async function measureWeb(opportunities: number, say: (line: string) => void): Promise<WebSpeed> {
  const agency = await openBenchAgency(opportunities, say);
  const person = { email: `web-${randomBytes(4).toString("hex")}@load.example`, password: randomBytes(12).toString("base64url") };
  const database = new Database(agency.postgres.app);
  const installation = {
    database,
    owner: agency.postgres.owner,
    folder: agency.home,
    files: new DiskStore(`${agency.home}/files`),
    migrated: [],
  };
  await createPerson(installation, { ...person, workspace: undefined, name: "Claire Lambert", role: "administrator", language: "en" });
  await database.close();
  const server = await startEscale(agency);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", reducedMotion: "reduce" });
    await context.request.post(`${server.address}/api/v1/sessions`, { data: person, headers: { origin: server.address } });
    const page = await context.newPage();
    const loaded = await loadBoard(page, server.address);
    const drops: number[] = [];
    for (let n = 0; n < 9; n += 1) drops.push(await dropFirstCard(page, n % 2));
    const speed = { ...loaded, dropMillis: median(drops) };
    say(
      `  board: ${speed.requests} requests, ${speed.scriptKb.toFixed(0)} kB of JavaScript, cards after ${speed.rowsMillis.toFixed(0)} ms, a drop ${speed.dropMillis.toFixed(0)} ms`,
    );
    return speed;
  } finally {
    await browser.close();
    await server.stop();
    await agency.postgres.stop();
  }
}

async function loadBoard(page: Page, address: string): Promise<Omit<WebSpeed, "dropMillis">> {
  const seen: { url: string; type: string; bytes: Promise<number> }[] = [];
  page.on("requestfinished", (request) => {
    seen.push({ url: request.url(), type: request.resourceType(), bytes: request.sizes().then((sizes) => sizes.responseBodySize) });
  });
  await page.goto(`${address}/opportunities`);
  await page.locator("article").first().waitFor();
  const rowsMillis = await page.evaluate<number>("performance.now()");
  // What the page itself still fetches belongs to its first load; the stream of live events never ends and is not counted.
  await page.waitForTimeout(500);
  const first = seen.filter(({ url }) => !url.endsWith("/api/v1/events"));
  const scripts = await Promise.all(first.filter(({ type }) => type === "script").map(({ bytes }) => bytes));
  return { requests: first.length, scriptKb: scripts.reduce((sum, bytes) => sum + bytes, 0) / 1000, rowsMillis };
}

/** Drags a card to the next column and back: what is measured begins with the drop and ends with the frame after the card is there. */
async function dropFirstCard(page: Page, from: number): Promise<number> {
  const columns = page.locator("[data-column]");
  const to = from === 0 ? 1 : 0;
  const card = columns.nth(from).locator("article").first();
  const href = await card.locator("h3 a").getAttribute("href");
  // A text: it runs in the page, whose names our server's types do not know.
  const measured = page.evaluate<number>(`new Promise((resolve) => {
    const target = document.querySelectorAll("[data-column]")[${to}];
    const look = () => target.querySelector('a[href="${href}"]')
      ? requestAnimationFrame(() => resolve(performance.measure("drop", "dropped").duration))
      : requestAnimationFrame(look);
    document.addEventListener("drop", () => { performance.mark("dropped"); look(); }, { capture: true, once: true });
  })`);
  await card.dragTo(columns.nth(to).locator("article").nth(1));
  const millis = await measured;
  await page.waitForTimeout(400);
  return millis;
}
