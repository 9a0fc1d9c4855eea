import { WrongUse } from "#cli/arguments.ts";
import { exportList, importErrors, importFile } from "#cli/exchange.ts";
import { login } from "#cli/login.ts";
import { opportunityActs } from "#cli/opportunities.ts";
import { quoteActs } from "#cli/quotes.ts";
import type { Terminal } from "#cli/terminal.ts";
import { nearNameOf } from "#domain/shared/nearest-name.ts";

type Command = (args: readonly string[], terminal: Terminal) => Promise<void>;

const HELP = `escale: the command line of Escale

  escale login --url URL --key-stdin          keeps an address and a key for the next commands
  escale opportunities list [--q TEXT] [--stageId ID] [--outcome open|won|lost] [--sort -amount,name] [--limit N]
  escale opportunities show ID|NUMBER
  escale opportunities create --name NAME --client NAME [--amount 40600.00] [--departs 2027-06-12] [--stage NAME]
  escale opportunities move ID|NUMBER STAGE
  escale quotes list [--q TEXT] [--status draft|sent|accepted|declined|expired|superseded] [--limit N]
  escale quotes show ID|NUMBER [--version N]
  escale quotes price FILE.json [--explain]       the prices of a costing by group size; nothing is stored
  escale import FILE --as clients|contacts|opportunities [--map FILE] [--dry-run]
  escale import-errors ID [--out FILE]
  escale export clients|contacts|opportunities [--q TEXT] [--out FILE]

On the machine that hosts Escale (running or stopped):
  escale admin create-workspace --name NAME [--currency EUR --language fr --timezone Europe/Paris --country FR]
  escale admin create-user --email E --name N --role administrator|manager|seller|reader [--workspace ID] --password-stdin
  escale admin create-key --user E --name N [--read-only]
  escale admin migrate | doctor
  escale admin seed --opportunities N [--workspace ID]
  escale admin backup FILE | restore FILE [--force]

--json prints data instead of text. ESCALE_URL and ESCALE_API_KEY say where and who.
Exit status: 0 done, 1 refused or failed, 2 wrong use.`;

const COMMANDS: Readonly<Record<string, Command>> = {
  help: async (_args, terminal) => terminal.out(HELP),
  login,
  import: importFile,
  "import-errors": importErrors,
  export: exportList,
  opportunities: (args, terminal) => act("opportunities", opportunityActs, args, terminal),
  quotes: (args, terminal) => act("quotes", quoteActs, args, terminal),
  admin: async (args, terminal) => {
    // The server is loaded for its host alone: the other commands speak to the public API.
    const { adminActs } = await import("#cli/admin.ts");
    return act("admin", adminActs, args, terminal);
  },
};

export async function runCommand(args: readonly string[], terminal: Terminal): Promise<void> {
  const [name = "help", ...rest] = args;
  const command = COMMANDS[name === "--help" || name === "-h" ? "help" : name];
  if (!command) throw new WrongUse(`There is no command ${name}${near(name, Object.keys(COMMANDS))}`);
  if (rest.includes("--help")) return terminal.out(HELP);
  await command(rest, terminal);
}

async function act(command: string, acts: Readonly<Record<string, Command>>, args: readonly string[], terminal: Terminal): Promise<void> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help") return terminal.out(HELP);
  const found = acts[name];
  if (!found) throw new WrongUse(`There is no \`escale ${command} ${name}\`${near(name, Object.keys(acts))}`);
  await found(rest, terminal);
}

function near(name: string, known: readonly string[]): string {
  const found = nearNameOf(name, known);
  return found === undefined ? "." : `; did you mean ${found}?`;
}
