import { readArguments, WrongUse } from "#cli/arguments.ts";
import { ask } from "#cli/request.ts";
import { storeLogin } from "#cli/stored-login.ts";
import type { Terminal } from "#cli/terminal.ts";

/** `escale login --url URL --key-stdin`: tries the key, then keeps both for the next commands. */
export async function login(args: readonly string[], terminal: Terminal): Promise<void> {
  const read = readArguments(args, { url: { type: "string" }, "key-stdin": { type: "boolean" } });
  const url = (read.text("url") ?? terminal.environment["ESCALE_URL"] ?? "http://127.0.0.1:3000").replace(/\/+$/, "");
  if (!URL.canParse(url)) throw new WrongUse(`--url must be an address as https://crm.example.com, not "${url}".`);
  const key = read.isOn("key-stdin") ? (await terminal.readInput()).trim() : (terminal.environment["ESCALE_API_KEY"] ?? "");
  if (key === "") throw new WrongUse("Give the API key by --key-stdin, or in ESCALE_API_KEY.");
  const me = await ask({ url, key }, "showMe", {});
  const file = await storeLogin(terminal.environment, { url, key });
  if (read.isOn("json")) terminal.out(JSON.stringify({ url, user: me.email, workspace: me.workspace.name }));
  else terminal.out(`${me.name} of ${me.workspace.name}, at ${url}. The key is kept in ${file}.`);
}
