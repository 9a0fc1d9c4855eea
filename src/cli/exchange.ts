import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { IMPORT_KINDS } from "#domain/exchange/fields.ts";
import { oneOf, readArguments, WrongUse } from "#cli/arguments.ts";
import { addressOf, ask, pathOf, send, type Address, type Answer } from "#cli/request.ts";
import { tableOf, type Terminal } from "#cli/terminal.ts";

type Import = Answer<"showImport">;

const WAIT_MS = 300;

/** `escale import FILE --as KIND [--map FILE] [--dry-run]`: nothing is written while something must be answered. */
export async function importFile(args: readonly string[], terminal: Terminal): Promise<void> {
  const read = readArguments(args, { as: { type: "string" }, map: { type: "string" }, "dry-run": { type: "boolean" } });
  const [file, ...others] = read.words;
  if (file === undefined || others.length > 0) throw new WrongUse("Name one file.");
  const kind = oneOf("--as", read.required("as"), IMPORT_KINDS);
  const address = await addressOf(terminal);
  const draft = await understood(address, { file, kind, map: read.text("map") });
  const isReady = draft.questions.length === 0 && draft.missing.length === 0;
  if (read.isOn("dry-run") || !isReady) {
    await ask(address, "cancelImport", { params: { id: draft.id } });
    tell(draft, terminal, read.isOn("json"));
    if (!isReady) throw new Error("Nothing was imported: answer the questions in a file for --map.");
    return;
  }
  const done = await finished(address, draft.id, terminal);
  tell(done, terminal, read.isOn("json"));
  if (done.state !== "done") throw new Error(`The import failed (${done.failure ?? "unknown"}): nothing was imported.`);
  if (done.counts.failed > 0) terminal.err(`The failed rows: escale import-errors ${done.id}`);
}

type Source = { readonly file: string; readonly kind: (typeof IMPORT_KINDS)[number]; readonly map: string | undefined };

async function understood(address: Address, { file, kind, map }: Source): Promise<Import> {
  const form = new FormData();
  form.append("file", new Blob([await readFile(file)]), path.basename(file));
  const started = JSON.parse(await send(address, "POST", pathOf("/imports", {}, { kind }), { form })) as Import;
  const draft = await checked(address, started);
  if (map === undefined) return draft;
  const body = JSON.parse(await readFile(map, "utf8")) as never;
  return checked(address, await ask(address, "mapImport", { params: { id: draft.id }, body }));
}

/** A large file is checked by a job. */
async function checked(address: Address, started: Import): Promise<Import> {
  let shown = started;
  while (shown.state === "checking") {
    await new Promise((go) => setTimeout(go, WAIT_MS));
    shown = await ask(address, "showImport", { params: { id: shown.id } });
  }
  if (shown.state === "failed") throw new Error(shown.failureDetail ?? "The file cannot be imported.");
  return shown;
}

async function finished(address: Address, id: string, terminal: Terminal): Promise<Import> {
  let shown = await ask(address, "runImport", { params: { id } });
  while (shown.state === "running") {
    await new Promise((go) => setTimeout(go, WAIT_MS));
    shown = await ask(address, "showImport", { params: { id } });
    terminal.err(`  ${shown.done} of ${shown.total ?? "?"}`);
  }
  return shown;
}

function tell(one: Import, terminal: Terminal, isJson: boolean): void {
  if (isJson) return terminal.out(JSON.stringify(one));
  terminal.err(`${one.fileName}: ${one.encoding}, separator ${JSON.stringify(one.separator)}`);
  const columns = one.columns.map(({ header, field, filled, samples }) => [
    header,
    field ?? "-",
    String(filled),
    samples.join(" · ").slice(0, 60),
  ]);
  for (const line of tableOf([["COLUMN", "FIELD", "FILLED", "VALUES"], ...columns])) terminal.out(line);
  for (const { value, rows, to } of one.stageValues) terminal.out(`stage "${value}" (${rows} rows): ${to ?? "-"}`);
  for (const { header, code, example } of one.questions) terminal.err(`QUESTION ${header}: ${code}, as "${example}"`);
  for (const field of one.missing) terminal.err(`MISSING ${field}: no column gives it`);
  for (const { line, header, value, detail } of one.problems) terminal.err(`line ${line}, ${header ?? "row"} "${value}": ${detail}`);
  terminal.out(summaryOf(one));
}

/** What was done; of a draft, what would be: nothing at all while something must be answered or given. */
function summaryOf({ state, counts, questions, missing }: Import): string {
  const { rows, create, update, same, failed, skipped } = counts;
  const rest = `${same} the same, ${skipped} left out, ${failed} failed`;
  if (state === "done") return `${rows} rows: ${create} created, ${update} updated, ${rest}`;
  if (questions.length + missing.length === 0) return `${rows} rows: ${create} to create, ${update} to update, ${rest}`;
  return `${rows} rows: nothing to import before what is asked above is answered; by the likeliest answer ${create} to create, ${update} to update, ${rest}`;
}

/** `escale import-errors ID [--out FILE]`: the rows that failed, with the reason in a first column. */
export async function importErrors(args: readonly string[], terminal: Terminal): Promise<void> {
  const read = readArguments(args, { out: { type: "string" } });
  const [id] = read.words;
  if (id === undefined) throw new WrongUse("Name the import by its id.");
  await deliver(await send(await addressOf(terminal), "GET", pathOf("/imports/{id}/failed", { id })), read.text("out"), terminal);
}

/** `escale export clients|contacts|opportunities [--q TEXT] [--out FILE]` */
export async function exportList(args: readonly string[], terminal: Terminal): Promise<void> {
  const read = readArguments(args, { q: { type: "string" }, out: { type: "string" } });
  const kind = oneOf("The list", read.words[0] ?? "", IMPORT_KINDS);
  await deliver(
    await send(await addressOf(terminal), "GET", pathOf(`/exports/${kind}`, {}, { q: read.text("q") })),
    read.text("out"),
    terminal,
  );
}

async function deliver(text: string, file: string | undefined, terminal: Terminal): Promise<void> {
  if (file === undefined) return terminal.out(text.trimEnd());
  await writeFile(file, text);
  terminal.err(file);
}
