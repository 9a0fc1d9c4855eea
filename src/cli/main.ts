import { WrongUse } from "#cli/arguments.ts";
import { runCommand } from "#cli/commands.ts";
import { ApiRefusal } from "#cli/request.ts";
import { processTerminal } from "#cli/terminal.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { problemWords } from "#words/problem-words.ts";

/** 0 done, 1 refused or failed, 2 wrong use. */
async function main(): Promise<number> {
  const terminal = processTerminal();
  try {
    await runCommand(process.argv.slice(2), terminal);
    return 0;
  } catch (error) {
    if (error instanceof WrongUse) {
      terminal.err(`${error.message}\nRun \`npx escale help\` for the commands.`);
      return 2;
    }
    terminal.err(sentenceOf(error));
    return 1;
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof ApiRefusal) return error.lines().join("\n");
  if (error instanceof Refusal) {
    const { title, field } = problemWords.en;
    return [title[error.code], ...error.fields.map(({ pointer, code }) => `  ${pointer.slice(1)}: ${field(code)}`)].join("\n");
  }
  const { code, path } = error as NodeJS.ErrnoException;
  if (path !== undefined && code === "ENOENT") return `There is no ${path}.`;
  if (path !== undefined && code === "EACCES") return `${path} may not be opened.`;
  return error instanceof Error ? error.message : String(error);
}

process.exitCode = await main();
