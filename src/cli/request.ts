import { API, type EndpointName } from "#contract/api.ts";
import type { Result, Sent } from "#contract/endpoint.ts";
import { WrongUse } from "#cli/arguments.ts";
import { storedLogin } from "#cli/stored-login.ts";
import type { Terminal } from "#cli/terminal.ts";

type Declared<Name extends EndpointName> = (typeof API)[Name];
export type Answer<Name extends EndpointName> = Result<Declared<Name>>;

type Problem = {
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly suggestions?: Readonly<Record<string, string | null>>;
};

/** The server said no, in its own words. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.detail);
    this.status = status;
    this.problem = problem;
  }

  lines(): string[] {
    const fields = (this.problem.errors ?? []).map(({ pointer, detail }) => `  ${pointer.slice(1)}: ${detail}`);
    const near = Object.entries(this.problem.suggestions ?? {}).flatMap(([name, other]) =>
      other ? [`  ${name}: did you mean ${other}?`] : [],
    );
    return [this.problem.title, ...fields, ...near];
  }
}

export type Address = { readonly url: string; readonly key: string };

/** From the environment, else from what `escale login` kept. */
export async function addressOf({ environment }: Terminal): Promise<Address> {
  const stored = await storedLogin(environment);
  const url = environment["ESCALE_URL"] || stored?.url || "http://127.0.0.1:3000";
  const key = environment["ESCALE_API_KEY"] || (stored?.url === url ? stored.key : undefined);
  if (!key) throw new WrongUse(`No API key for ${url}. Set ESCALE_API_KEY, or run \`escale login\`.`);
  return { url, key };
}

/** Asks the public API as the user of the key. Throws an ApiRefusal with the server's words. */
export async function ask<Name extends EndpointName>(address: Address, name: Name, input: Sent<Declared<Name>>): Promise<Answer<Name>> {
  const { method, path } = API[name];
  const { params, query, body } = input as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
  const response = await send(address, method, pathOf(path, params, query), body === undefined ? {} : { json: body });
  return (response === "" ? undefined : JSON.parse(response)) as Answer<Name>;
}

type Body = { readonly json?: unknown; readonly form?: FormData };

/** The text of the answer, whatever its form. */
export async function send(address: Address, method: string, path: string, { json, form }: Body = {}): Promise<string> {
  const response = await fetch(`${address.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${address.key}`,
      "accept-language": "en",
      ...(json === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(form === undefined ? {} : { body: form }),
  }).catch((error: unknown) => {
    throw new Error(`${address.url} does not answer. Is Escale running there?`, { cause: error });
  });
  const text = await response.text();
  if (response.ok) return text;
  throw new ApiRefusal(response.status, isProblem(response) ? (JSON.parse(text) as Problem) : { title: response.statusText, detail: text });
}

function isProblem(response: Response): boolean {
  return (response.headers.get("content-type") ?? "").includes("problem+json");
}

export function pathOf(path: string, params: Record<string, string> = {}, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.append(name, textOf(value));
  return search.size > 0 ? `${filled}?${search.toString()}` : filled;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
