import { readFileSync } from "node:fs";
import { nearestName } from "#domain/shared/nearest-name.ts";
import { filesOf, type FilesSetting } from "#server/platform/files-setting.ts";

export type Settings = {
  readonly port: number;
  readonly isPortChosen: boolean;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly appDatabaseUrl: string | undefined;
  readonly data: string | undefined;
  readonly publicUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly files: FilesSetting;
  /** The largest file that is taken in. */
  readonly uploadBytes: number;
  readonly trustProxy: boolean | number | string;
  /** Requests a minute for each session and key; 0: none counted. */
  readonly rateLimit: number;
  readonly role: "all" | "web" | "worker";
  readonly logLevel: string;
  /** Who reads /metrics must know it; without one, only this machine may. */
  readonly metricsToken: string | undefined;
  readonly checkResponses: boolean;
  readonly webRoot: string;
};

const OURS = [
  "ESCALE_DATA",
  "ESCALE_PUBLIC_URL",
  "ESCALE_FILES",
  "ESCALE_UPLOAD_MB",
  "ESCALE_APP_DATABASE_URL",
  "ESCALE_TRUST_PROXY",
  "ESCALE_RATE_LIMIT",
  "ESCALE_ROLE",
  "ESCALE_SECRET_FILE",
  "ESCALE_DB_OS_USER",
  "ESCALE_URL",
  "ESCALE_API_KEY",
  "ESCALE_TEST_NOW",
  "ESCALE_MAIL_FROM",
  "ESCALE_METRICS_TOKEN",
];

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

type Environment = Readonly<Record<string, string | undefined>>;

/** Every variable may also come from a file (NAME_FILE); empty means unset. */
export function readSettings(
  environment: Environment,
  webRoot: string,
): { readonly settings: Settings; readonly warnings: readonly string[] } {
  const get = (name: string): string | undefined => variable(environment, name);
  if (environment["ESCALE_TEST_NOW"] && environment["NODE_ENV"] !== "test")
    throw new Error("ESCALE_TEST_NOW is for tests only (NODE_ENV=test).");
  const port = get("PORT");
  const settings: Settings = {
    port: whole("PORT", port ?? "3000"),
    isPortChosen: port !== undefined,
    host: get("HOST") ?? "127.0.0.1",
    databaseUrl: get("DATABASE_URL"),
    appDatabaseUrl: get("ESCALE_APP_DATABASE_URL"),
    data: get("ESCALE_DATA"),
    publicUrl: publicUrlOf(get("ESCALE_PUBLIC_URL")),
    smtpUrl: get("SMTP_URL"),
    mailFrom: get("ESCALE_MAIL_FROM") ?? "Escale <escale@localhost>",
    files: filesOf(get("ESCALE_FILES"), get),
    uploadBytes: whole("ESCALE_UPLOAD_MB", get("ESCALE_UPLOAD_MB") ?? "50") * 1_000_000,
    trustProxy: proxyOf(get("ESCALE_TRUST_PROXY")),
    rateLimit: whole("ESCALE_RATE_LIMIT", get("ESCALE_RATE_LIMIT") ?? "120000"),
    role: oneOf("ESCALE_ROLE", get("ESCALE_ROLE") ?? "all", ["all", "web", "worker"]),
    logLevel: oneOf("LOG_LEVEL", get("LOG_LEVEL") ?? "warn", LEVELS),
    metricsToken: get("ESCALE_METRICS_TOKEN"),
    checkResponses: ["development", "test"].includes(environment["NODE_ENV"] ?? ""),
    webRoot,
  };
  return { settings, warnings: unknownNames(environment) };
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}".`);
  return Number(text);
}

function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new Error(`ESCALE_PUBLIC_URL must be an address as https://crm.example.com, not "${text}".`);
  return text.replace(/\/+$/, "");
}

function proxyOf(text: string | undefined): boolean | number | string {
  if (text === undefined) return false;
  return /^\d+$/.test(text) ? Number(text) : text;
}

function oneOf<const Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new Error(`${name} must be one of ${choices.join(", ")}, not "${text}".`);
  return found;
}

/** A variable, or the content of the file that its NAME_FILE names; empty means unset. */
export function variable(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  const value = file ? contentOf(`${name}_FILE`, file) : environment[name];
  return value === "" ? undefined : value;
}

function contentOf(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new Error(`${name} names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code}).`, { cause: error });
  }
}

function unknownNames(environment: Environment): string[] {
  const known = new Set([...OURS, ...OURS.map((name) => `${name}_FILE`)]);
  return Object.keys(environment)
    .filter((name) => name.startsWith("ESCALE_") && !known.has(name))
    .map((name) => `There is no setting ${name}; did you mean ${nearestName(name, OURS)}?`);
}
