import { mkdir, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;
export type Login = { readonly url: string; readonly key: string };

function fileOf(environment: Environment): string {
  const folder = environment["XDG_CONFIG_HOME"] || path.join(os.homedir(), ".config");
  return path.join(folder, "escale", "login.json");
}

export async function storedLogin(environment: Environment): Promise<Login | undefined> {
  const text = await readFile(fileOf(environment), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? undefined : (JSON.parse(text) as Login);
}

/** Readable by its owner alone: it holds a key. */
export async function storeLogin(environment: Environment, login: Login): Promise<string> {
  const file = fileOf(environment);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(login, null, 2)}\n`, { mode: 0o600 });
  return file;
}
