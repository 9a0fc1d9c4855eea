import { randomBytes } from "node:crypto";
import { chromium, type Page } from "playwright-core";
import { openBenchAgency, type BenchAgency } from "#bench/bench-agency.ts";
import { median } from "#bench/measure.ts";
import { startEscale } from "#bench/servers.ts";
import { costingGrid } from "#domain/quote/costing-grid.ts";
import { prepare } from "#domain/quote/prepared-costing.ts";
import { costingOf, newDay, newLine, newSheet, type QuoteSheet, type SheetLine } from "#domain/quote/quote-sheet.ts";
import type { SheetEdit } from "#domain/quote/sheet-edit.ts";
import { createPerson } from "#server/admin/accounts.ts";
import { DiskStore } from "#server/platform/disk-store.ts";
import { Database } from "#server/platform/database.ts";

export type QuoteSpeed = {
  /** Sixty lines at eight bases, from the sheet to every figure of the grid. */
  readonly reckonMillis: number;
  /** The same in a browser: from Enter in a cell to the frame with the new price. */
  readonly typedMillis: number;
  /** A quote of two hundred lines: its version from the server, and its grid on screen. */
  readonly versionMillis: number;
  readonly openMillis: number;
};

const BASES = [20, 25, 30, 35, 40, 45, 50, 55];
const RUNS = 40;

/** Recomputation in Node and in a browser, and a long quote opened. */
export async function measureQuotes(opportunities: number, say: (line: string) => void): Promise<QuoteSpeed> {
  const reckonMillis = reckoned(sheetOf(60));
  const agency = await openBenchAgency(opportunities, say);
  const person = await aPerson(agency);
  const server = await startEscale(agency);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", reducedMotion: "reduce" });
    await context.request.post(`${server.address}/api/v1/sessions`, { data: person, headers: { origin: server.address } });
    const ask = asking(server.address, agency.key);
    const [long, usual] = [await aQuote(ask, sheetOf(200)), await aQuote(ask, sheetOf(60))];
    const page = await context.newPage();
    const versions: number[] = [];
    for (let n = 0; n < RUNS; n += 1) versions.push(await millisOf(() => ask("GET", `/quotes/${long}/versions/1`)));
    const openMillis = await opened(page, `${server.address}/quotes/${long}?version=1`);
    const typedMillis = await typed(page, `${server.address}/quotes/${usual}?version=1`);
    const speed = { reckonMillis, typedMillis, versionMillis: median(versions), openMillis };
    say(
      `  quotes: ${Object.entries(speed)
        .map(([name, millis]) => `${name} ${millis.toFixed(1)}`)
        .join(", ")}`,
    );
    return speed;
  } finally {
    await browser.close();
    await server.stop();
    await agency.postgres.stop();
  }
}

async function aPerson(agency: BenchAgency): Promise<{ readonly email: string; readonly password: string }> {
  const person = { email: `quotes-${randomBytes(4).toString("hex")}@load.example`, password: randomBytes(12).toString("base64url") };
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
  return person;
}

/** Lines of every kind over ten days, some in dollars. */
function sheetOf(count: number): QuoteSheet {
  const days = Array.from({ length: 10 }, (_, index) => newDay({ id: `day${index}`, title: `Day ${index}` }));
  const kinds = ["perPerson", "perGroup", "roomShared", "perCapacity"] as const;
  const lines = Array.from({ length: count }, (_, index): SheetLine => {
    const quantityType = kinds[index % kinds.length] ?? "perPerson";
    const capacity = quantityType === "roomShared" ? 2 : quantityType === "perCapacity" ? 50 : null;
    const currency = index % 5 === 0 ? "USD" : "EUR";
    const ratePercent = index % 7 === 0 ? "12.5" : null;
    const facts = { quantityType, capacity, currency, ratePercent, capacityKind: "guide" as const, unitCost: `${10 + index}.50` };
    return newLine({ id: `line${index}`, name: `Service ${index}`, dayId: `day${index % 10}`, ...facts });
  });
  return newSheet({
    currency: "EUR",
    mode: "markup",
    ratePercent: "22",
    bases: BASES,
    freePlaces: { rule: "onPayers", n: 20 },
    rounding: { to: "up", step: "5" },
    exchangeRates: [{ currency: "USD", rate: "0.9213", onDay: "2026-11-20", source: "typed" }],
    days,
    lines,
  });
}

function reckoned(sheet: QuoteSheet): number {
  const times = Array.from({ length: RUNS }, (_, run) => {
    const changed = { ...sheet, ratePercent: String(20 + run) };
    const before = performance.now();
    costingGrid(prepare(costingOf(changed, { currency: "EUR", rate: null })));
    return performance.now() - before;
  });
  return median(times);
}

type Ask = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ readonly quote: { readonly id: string }; readonly sheet: QuoteSheet }>;

function asking(address: string, key: string): Ask {
  return async (method, path, body) => {
    const headers = {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": randomBytes(8).toString("hex"),
    };
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Awaited<ReturnType<Ask>>;
  };
}

async function aQuote(ask: Ask, sheet: QuoteSheet): Promise<string> {
  const { quote, sheet: empty } = await ask("POST", "/quotes", { from: {}, name: `${sheet.lines.length} lines` });
  const fields = ["mode", "ratePercent", "bases", "freePlaces", "rounding", "exchangeRates"] as const;
  const edits: SheetEdit[] = [
    ...fields.map((field): SheetEdit => ({ kind: "setSheet", field, was: empty[field], to: sheet[field] })),
    ...sheet.days.map((day, index): SheetEdit => ({ kind: "addDay", day, afterDayId: sheet.days[index - 1]?.id ?? null })),
    ...sheet.lines.map((line): SheetEdit => ({ kind: "addLine", line, afterLineId: null })),
  ];
  await ask("PATCH", `/quotes/${quote.id}/versions/1`, { edits });
  return quote.id;
}

async function millisOf(run: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}

async function opened(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.locator("[role=grid] tbody tr").first().waitFor();
  return page.evaluate<number>("performance.now()");
}

/** What is measured begins with Enter and ends with the frame that shows another price. */
async function typed(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const cell = page.locator('[data-row="1"][data-column="2"]');
  const times: number[] = [];
  for (let n = 0; n < 9; n += 1) {
    await cell.click();
    await page.keyboard.type(String(100 + n * 37));
    const measured = page.evaluate<number>(`new Promise((resolve) => {
      const price = document.querySelector('[data-row="1"][data-column="4"]');
      const before = price.textContent;
      const look = () => price.textContent === before
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => resolve(performance.measure("typed", "entered").duration));
      document.addEventListener("keydown", () => { performance.mark("entered"); look(); }, { capture: true, once: true });
    })`);
    await page.keyboard.press("Enter");
    times.push(await measured);
  }
  return median(times);
}
