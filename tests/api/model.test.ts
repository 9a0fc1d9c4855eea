import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anOpportunity, startInstallation, type Installation, type Loose } from "#tests/support/agency.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";

let installation: Installation;
let cast: Cast;
let stages: { id: string }[];
let reasonId: string;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
  stages = (await cast.seller.ask("GET", "/pipelines")).body.data[0].stages;
  reasonId = (await cast.seller.ask("GET", "/lost-reasons")).body.data[0].id;
});
afterAll(() => installation.stop());

type Sale = { readonly id: string; facts: number };
type Model = { readonly sales: Sale[]; undoable: { sale: Sale; token: string; before: Loose }[] };
type Real = Record<string, never>;

const cents = (money: { amount: string }): bigint => BigInt(money.amount.replace(".", ""));
const sum = (rows: Loose[], field: string): bigint => rows.reduce((total, row) => total + cents(row[field]), 0n);
const read = async (path: string): Promise<Loose> => (await cast.administrator.ask("GET", path)).body;
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** What an undo must give back: all that counts, not its version nor the moments of its last change. */
async function seen(id: string): Promise<Loose> {
  const { status, body } = await cast.administrator.ask("GET", `/opportunities/${id}`);
  if (status === 410) return "deleted";
  const {
    version: _version,
    updatedAt: _updated,
    stageSince: _since,
    stageVisits: _visits,
    lastTouch: _touch,
    stale: _stale,
    ...rest
  } = body;
  return rest;
}

/** One act of a person on one sale; a refusal by a rule (closed, deleted) is an answer too and changes nothing. */
async function act(model: Model, sale: Sale, method: string, path: string, body?: unknown): Promise<void> {
  const before = await seen(sale.id);
  const answer = await cast.seller.ask(method, `/opportunities/${sale.id}${path}`, body === undefined ? {} : { body });
  expect([200, 201, 204, 409, 410], JSON.stringify(answer.body)).toContain(answer.status);
  if (answer.status >= 300) return expect(await seen(sale.id)).toEqual(before);
  const token = answer.headers.get("escale-undo");
  if (!token) return;
  model.undoable = [...model.undoable.filter((one) => one.sale !== sale), { sale, token, before }];
}

type Step = { readonly which: number; readonly value: number };
type Command = fc.AsyncCommand<Model, Real>;
type Acting = (model: Model, sale: Sale, value: number) => Promise<void>;

const ACTS: Readonly<Record<string, Acting>> = {
  edit: (model, sale, value) =>
    act(model, sale, "PATCH", "", { amount: `${value}.${String(value % 100).padStart(2, "0")}`, departsOn: "2027-06-12" }),
  pin: (model, sale, value) => act(model, sale, "PATCH", "", { probabilityPercent: value % 3 === 0 ? null : value % 101 }),
  move: (model, sale, value) => act(model, sale, "POST", "/move", { stageId: at(stages, value).id }),
  win: (model, sale) => act(model, sale, "POST", "/win", {}),
  lose: (model, sale) => act(model, sale, "POST", "/lose", { reasonId }),
  reopen: (model, sale) => act(model, sale, "POST", "/reopen", {}),
  remove: (model, sale) => act(model, sale, "DELETE", ""),
  restore: (model, sale) => act(model, sale, "POST", "/restore", {}),
};

class Doing implements Command {
  readonly #name: string;
  readonly #step: Step;
  constructor(name: string, step: Step) {
    this.#name = name;
    this.#step = step;
  }
  check = (model: Readonly<Model>): boolean => model.sales.length > 0;
  run = async (model: Model): Promise<void> => ACTS[this.#name]?.(model, at(model.sales, this.#step.which), this.#step.value);
  toString = (): string => `${this.#name}(${this.#step.which}, ${this.#step.value})`;
}

class Creating implements Command {
  readonly #step: Step;
  constructor(step: Step) {
    this.#step = step;
  }
  check = (): boolean => true;
  run = async (model: Model): Promise<void> => {
    const { id } = await anOpportunity(cast.seller, { amount: `${this.#step.value}.01`, stageId: at(stages, this.#step.which).id });
    model.sales.push({ id, facts: 1 });
  };
  toString = (): string => `create(${this.#step.value})`;
}

/** The last act on a sale, taken back at once: the sale is as before it. */
class Undoing implements Command {
  readonly #which: number;
  constructor(which: number) {
    this.#which = which;
  }
  check = (model: Readonly<Model>): boolean => model.undoable.length > 0;
  run = async (model: Model): Promise<void> => {
    const { sale, token, before } = at(model.undoable, this.#which);
    const answer = await cast.seller.ask("POST", "/undo", { body: { token } });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(await seen(sale.id)).toEqual(before);
    model.undoable = model.undoable.filter((one) => one.sale !== sale);
  };
  toString = (): string => `undo(${this.#which})`;
}

/** What holds after whatever was done. */
async function expectWhole(model: Model): Promise<void> {
  const ids = new Set(model.sales.map(({ id }) => id));
  const all = await read("/opportunities?limit=200&totals=true&count=exact");
  const rows = all.data as Loose[];
  const open = rows.filter((row) => row.outcome === "open");
  expect(cents(all.totals.amount)).toBe(sum(rows, "potentialRevenue"));
  expect(cents(all.totals.likely)).toBe(sum(rows, "likelyRevenue"));
  const parts = await Promise.all(
    ["open", "won", "lost"].map(async (outcome) => (await read(`/opportunities?outcome=${outcome}&count=exact&limit=1`)).total as number),
  );
  expect(parts.reduce((total, part) => total + part, 0)).toBe(all.total);
  const board = await read("/opportunities/board");
  expect(sum(board.columns, "total")).toBe(sum(open, "potentialRevenue"));
  expect(cents(board.totals.total)).toBe(sum(open, "potentialRevenue"));
  expect(cents(board.totals.likely)).toBe(sum(open, "likelyRevenue"));
  expect((board.columns as Loose[]).reduce((total, column) => total + column.count, 0)).toBe(open.length);
  expect(rows.filter((row) => ids.has(row.id)).every((row) => row.outcome === "open" || row.closedOn !== null)).toBe(true);
  for (const sale of model.sales) {
    const facts = (await read(`/opportunities/${sale.id}/timeline?limit=200`)).data.length as number;
    expect(facts).toBeGreaterThanOrEqual(sale.facts);
    sale.facts = facts;
  }
}

test(
  "whatever is created, edited, moved, closed, deleted and undone, in whatever order: sums agree to the cent, an undo is exact, the timeline never shrinks",
  { timeout: 120_000 },
  async () => {
    const step = fc.record({ which: fc.nat({ max: 7 }), value: fc.nat({ max: 99_999 }) });
    const commands = fc.commands<Model, Real>(
      [
        step.map((one) => new Creating(one)),
        ...Object.keys(ACTS).map((name) => step.map((one) => new Doing(name, one))),
        fc.nat({ max: 7 }).map((which) => new Undoing(which)),
        fc.nat({ max: 7 }).map((which) => new Undoing(which)),
      ],
      { maxCommands: 25, size: "max" },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        const model: Model = { sales: [{ id: (await anOpportunity(cast.seller, { amount: "1000" })).id, facts: 1 }], undoable: [] };
        await fc.asyncModelRun(() => ({ model, real: {} }), sequence as Iterable<Command>);
        await expectWhole(model);
      }),
      { numRuns: 8, seed: 20_261_120, endOnFailure: true },
    );
  },
);
