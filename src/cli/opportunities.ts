import { opportunityFilter } from "#contract/opportunity-query.ts";
import type { Opportunity } from "#contract/opportunity.ts";
import { readArguments, wholeNumber, WrongUse, type Arguments } from "#cli/arguments.ts";
import { addressOf, ask, type Address } from "#cli/request.ts";
import { tableOf, type Terminal } from "#cli/terminal.ts";

type Act = (args: readonly string[], terminal: Terminal) => Promise<void>;

const FILTERS = Object.fromEntries(Object.keys(opportunityFilter.shape).map((name) => [name, { type: "string" as const }]));

/** `--custom level=id`: by a custom field. */
function customOf(text: string | undefined): Record<string, string> {
  if (text === undefined) return {};
  const [, key, value] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  if (key === undefined || value === undefined) throw new WrongUse("--custom needs the key of a field and a value, as level=…");
  return { [`custom.${key}`]: value };
}

/** `escale opportunities list [--stageId … --q … --sort … --limit …]` */
const list: Act = async (args, terminal) => {
  const read = readArguments(args, { ...FILTERS, sort: { type: "string" }, limit: { type: "string" }, cursor: { type: "string" } });
  const filters = Object.fromEntries(Object.keys(FILTERS).flatMap((name) => [[name, read.text(name)]]));
  const limit = read.text("limit");
  const { custom, ...named } = filters;
  const query = {
    ...named,
    ...customOf(custom),
    ...(limit === undefined ? {} : { limit: wholeNumber("limit", limit, 200) }),
    sort: read.text("sort"),
    cursor: read.text("cursor"),
    totals: "true" as const,
  };
  // The shapes of the filters are the server's to check: what is typed goes as it is.
  const page = await ask(await addressOf(terminal), "listOpportunities", { query });
  if (read.isOn("json")) return terminal.out(JSON.stringify(page));
  const rows = page.data.map(({ number, name, client, stageName, departsOn, amount }) => [
    number,
    name,
    client.name,
    stageName,
    departsOn ?? "",
    `${amount.amount} ${amount.currency}`,
  ]);
  for (const line of tableOf([["NUMBER", "NAME", "CLIENT", "STAGE", "DEPARTS", "AMOUNT"], ...rows])) terminal.out(line);
  if (page.totals) terminal.err(`${page.totals.count} in all, ${page.totals.amount.amount} ${page.totals.amount.currency}`);
  if (page.page.nextCursor) terminal.err(`more: --cursor ${page.page.nextCursor}`);
};

/** An opportunity by its id or its number. */
async function named(address: Address, wanted: string | undefined): Promise<Opportunity> {
  if (!wanted) throw new WrongUse("Name the opportunity: its id, or its number as OPP-2027-0142.");
  if (/^[0-9a-f-]{36}$/i.test(wanted)) return ask(address, "showOpportunity", { params: { id: wanted } });
  const found = await ask(address, "listOpportunities", { query: { q: wanted, limit: 10 } });
  const one = found.data.find(({ number }) => number.toLowerCase() === wanted.toLowerCase());
  if (!one) throw new Error(`There is no opportunity ${wanted} that you may see.`);
  return one;
}

const show: Act = async (args, terminal) => {
  const read = readArguments(args, {});
  print(read, terminal, await named(await addressOf(terminal), read.words[0]));
};

/** `escale opportunities create --name N --client NAME|--client-id ID […]` */
const create: Act = async (args, terminal) => {
  const read = readArguments(args, {
    name: { type: "string" },
    client: { type: "string" },
    "client-id": { type: "string" },
    amount: { type: "string" },
    objective: { type: "string" },
    departs: { type: "string" },
    returns: { type: "string" },
    adults: { type: "string" },
    stage: { type: "string" },
    description: { type: "string" },
  });
  const address = await addressOf(terminal);
  const adults = read.text("adults");
  const stage = read.text("stage");
  const body = {
    name: read.required("name"),
    ...(await clientOf(read, address)),
    ...(stage === undefined ? {} : { stageId: await stageNamed(address, stage) }),
    ...given("amount", read.text("amount")),
    ...given("objective", read.text("objective")),
    ...given("departsOn", read.text("departs")),
    ...given("returnsOn", read.text("returns")),
    ...given("description", read.text("description")),
    ...(adults === undefined ? {} : { adults: wholeNumber("adults", adults, 100_000) }),
  };
  print(read, terminal, await ask(address, "createOpportunity", { body }));
};

/** A client that is there by that name is used; another name makes a new one. */
async function clientOf(read: Arguments, address: Address): Promise<{ clientId: string } | { client: { name: string } }> {
  const id = read.text("client-id");
  if (id !== undefined) return { clientId: id };
  const name = read.required("client");
  const page = await ask(address, "listClients", { query: { q: name, limit: 200 } });
  const found = page.data.filter((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  if (found.length > 1)
    throw new Error(`Several clients are called "${name}": name one with --client-id (${found.map((one) => one.id).join(", ")}).`);
  return found[0] ? { clientId: found[0].id } : { client: { name } };
}

function given<const Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}

/** `escale opportunities move OPP-2027-0142 "Proposal sent"`; won and lost by `--lost-reason`. */
const move: Act = async (args, terminal) => {
  const read = readArguments(args, {});
  const [wanted, stage] = read.words;
  if (!stage) throw new WrongUse("Name the stage to move to.");
  const address = await addressOf(terminal);
  const one = await named(address, wanted);
  const stageId = await stageNamed(address, stage);
  print(read, terminal, await ask(address, "moveOpportunity", { params: { id: one.id }, body: { stageId, fromStageId: one.stageId } }));
};

async function stageNamed(address: Address, wanted: string): Promise<string> {
  const pipelines = await ask(address, "listPipelines", {});
  const stages = pipelines.data.flatMap((pipeline) => pipeline.stages);
  const found = stages.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
  if (!found) throw new Error(`There is no stage "${wanted}". The stages are: ${stages.map(({ name }) => name).join(", ")}.`);
  return found.id;
}

function print(read: Arguments, terminal: Terminal, one: Opportunity): void {
  if (read.isOn("json")) return terminal.out(JSON.stringify(one));
  const lines = [
    ["number", one.number],
    ["name", one.name],
    ["client", one.client.name],
    ["stage", one.outcome === "open" ? one.stageName : one.outcome],
    ["manager", one.manager?.name ?? "-"],
    ["departs", one.departsOn ?? "-"],
    ["returns", one.returnsOn ?? "-"],
    ["pax", String(one.pax ?? "-")],
    ["amount", `${one.amount.amount} ${one.currency}`],
    ["likely", `${one.likelyRevenue.amount} ${one.currency} (${one.probabilityPercent} %)`],
    ["id", one.id],
  ];
  for (const line of tableOf(lines)) terminal.out(line);
}

export const opportunityActs: Readonly<Record<string, Act>> = { list, show, create, move };
