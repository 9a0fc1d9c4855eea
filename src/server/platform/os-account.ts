import { createHash } from "node:crypto";
import { chownSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { variable } from "#server/platform/settings-from-environment.ts";

/** The account PostgreSQL runs as. Empty: our own. */
export type Account = { readonly uid?: number; readonly gid?: number };

/** PostgreSQL refuses root: as root, it runs as an account that exists already (none is ever created). */
export function databaseAccount(): Account {
  if (process.platform === "win32" || process.getuid?.() !== 0) return {};
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of [variable(process.env, "ESCALE_DB_OS_USER"), "escale", "postgres", "nobody"]) {
    const user = name ? users.find((candidate) => candidate[0] === name) : undefined;
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error("Started as root, and no ordinary account was found to run PostgreSQL; name one in ESCALE_DB_OS_USER.");
}

/** Can the account walk to this folder? A checkout under a closed home is not reachable. */
export function isReachable(folder: string, account: Account): boolean {
  if (account.uid === undefined) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const stat = statSync(at, { throwIfNoEntry: false });
    if (stat) {
      const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
      if (!(stat.mode & bit)) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

export function giveTo(folder: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
}

/** Beside the code; or in /var/lib/escale when PostgreSQL's account cannot reach the code. */
export function dataFolder(root: string, chosen: string | undefined): string {
  if (chosen) return path.resolve(chosen);
  if (isReachable(root, databaseAccount())) return path.join(root, "data");
  return path.join("/var/lib/escale", createHash("sha256").update(root).digest("hex").slice(0, 12));
}
