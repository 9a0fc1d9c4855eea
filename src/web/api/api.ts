import type { API, EndpointName } from "#contract/api.ts";
import type { Result, Sent } from "#contract/endpoint.ts";
import { ROUTES } from "#web/api/routes.gen.ts";
import { tryAgain } from "#web/api/try-again.ts";

type Declared<Name extends EndpointName> = (typeof API)[Name];
export type Answer<Name extends EndpointName> = Result<Declared<Name>>;
type Options = {
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  readonly onWaiting?: () => void;
};

export type ProblemField = { readonly pointer: string; readonly code: string; readonly detail: string };
export type ProblemBody = {
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  readonly code: string;
  readonly requestId?: string;
  readonly errors?: readonly ProblemField[];
  readonly [extra: string]: unknown;
};

/** A refusal of the server, in the reader's language; `offline` when it never answered. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.detail);
    this.name = "ApiProblem";
    this.status = body.status;
    this.code = body.code;
    this.body = body;
  }

  /** The sentence about one field of the body, e.g. `fieldError("clientId")`. */
  fieldError(name: string): string | undefined {
    return this.body.errors?.find((field) => field.pointer === `/${name}` || field.pointer.startsWith(`/${name}/`))?.detail;
  }
}

export function isOffline(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === "offline";
}

type UndoListener = (token: string) => void;
let onUndo: UndoListener = () => undefined;
/** The shell listens: the last change is what Z takes back. */
export function listenForUndo(listener: UndoListener): void {
  onUndo = listener;
}

type WriteListener = (answered: Promise<string | null>) => void;
let onWrite: WriteListener = () => undefined;
/** Of each write what takes it back, once it was answered: one may wish it back before. */
export function listenForWrites(listener: WriteListener): void {
  onWrite = listener;
}

/** A change made by a request of another kind: a file that was sent. */
export function rememberUndo(token: string | null): void {
  if (token) onUndo(token);
}

type SignedOutListener = () => Promise<boolean>;
let onSignedOut: SignedOutListener = () => Promise.resolve(false);
/** The shell asks to sign in again; true when that happened, and what was asked is asked once more. */
export function listenForSignedOut(listener: SignedOutListener): void {
  onSignedOut = listener;
}

/** Asks the public API, as any program would. Throws an ApiProblem with the server's own words. */
export async function ask<Name extends EndpointName>(
  name: Name,
  input: Sent<Declared<Name>>,
  options: Options = {},
): Promise<Answer<Name>> {
  const answered = answerOf(name, input, options);
  // What is taken back is not taken back once more.
  if (ROUTES[name][0] !== "GET" && name !== "undo") onWrite(answered.then(({ undo }) => undo));
  return (await answered).answer;
}

type Answered<Name extends EndpointName> = { readonly answer: Answer<Name>; readonly undo: string | null };

async function answerOf<Name extends EndpointName>(name: Name, input: Sent<Declared<Name>>, options: Options): Promise<Answered<Name>> {
  const { params, query, body } = input as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };
  const [method, path] = ROUTES[name];
  const headers: Record<string, string> = { accept: "application/json", "accept-language": document.documentElement.lang };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (options.ifMatch !== undefined) headers["if-match"] = `"${options.ifMatch}"`;
  if (method === "POST") headers["idempotency-key"] = options.idempotencyKey ?? crypto.randomUUID();
  const init: RequestInit = {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  };
  const response = await send(addressOf(path, params, query), init, options.onWaiting);
  const undo = response.headers.get("escale-undo");
  const text = await response.text();
  const answer: unknown = text === "" ? undefined : JSON.parse(text);
  if (!response.ok) {
    const problem = problemOf(response, answer);
    if (problem.code === "request.unauthenticated" && (await onSignedOut())) return answerOf(name, input, options);
    throw problem;
  }
  if (undo && name !== "undo") onUndo(undo);
  return { answer: answer as Answer<Name>, undo };
}

/** What may be sent twice and be done once: by its key, by the version it was made on. */
const REPEATABLE = new Set(["POST", "PATCH", "PUT"]);

async function send(address: string, init: RequestInit, onWaiting: () => void = () => undefined): Promise<Response> {
  const once = (): Promise<Response> => fetch(address, { credentials: "same-origin", ...init });
  try {
    return await (REPEATABLE.has(init.method ?? "GET") ? tryAgain(once, onWaiting) : once());
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem({ title: "offline", detail: "offline", status: 0, code: "offline" });
  }
}

export function problemOf(response: Response, answer: unknown): ApiProblem {
  const body = (answer ?? {
    title: response.statusText,
    detail: response.statusText,
    status: response.status,
    code: "internal",
  }) as ProblemBody;
  if (body.code === "request.unauthenticated") void onSignedOut();
  return new ApiProblem(body);
}

/** The parts of a whole are named by it: custom.key=… */
function partsOf(name: string, value: unknown): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[name, value]];
  return Object.entries(value).map(([part, inner]) => [`${name}.${part}`, inner]);
}

function append(search: URLSearchParams, name: string, value: unknown): void {
  for (const one of Array.isArray(value) ? value : [value])
    if (one !== undefined && one !== null && one !== "") search.append(name, String(one));
}

export function addressOf(path: string, params: Record<string, unknown> | undefined, query: Record<string, unknown> | undefined): string {
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(params?.[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const [part, inner] of partsOf(name, value)) append(search, part, inner);
  }
  return `/api/v1${filled}${search.size > 0 ? `?${search}` : ""}`;
}
