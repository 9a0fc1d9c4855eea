import { readdirSync, readFileSync } from "node:fs";

/** Jiffies a second on Linux, whatever the kernel was built with. */
const TICKS = 100;

type Seen = { readonly parent: number; readonly cpuMillis: number; readonly residentKb: number };

function look(pid: number): Seen | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const at = (index: number): number => Number(fields[index] ?? 0);
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const resident = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
    // Own time and that of children that have ended.
    return { parent: at(1), cpuMillis: ((at(11) + at(12) + at(13) + at(14)) * 1000) / TICKS, residentKb: resident };
  } catch {
    return undefined;
  }
}

/** A process and everything it started. */
function tree(root: number): Seen[] {
  const all = new Map<number, Seen>();
  for (const name of readdirSync("/proc")) {
    const seen = /^\d+$/.test(name) ? look(Number(name)) : undefined;
    if (seen) all.set(Number(name), seen);
  }
  const found = new Set([root]);
  for (let grown = true; grown;) {
    grown = false;
    for (const [pid, { parent }] of all) {
      if (!found.has(pid) && found.has(parent)) grown = Boolean(found.add(pid));
    }
  }
  return [...found].flatMap((pid) => all.get(pid) ?? []);
}

export function cpuMillisOf(roots: readonly number[]): number {
  return roots.flatMap(tree).reduce((sum, one) => sum + one.cpuMillis, 0);
}

export function residentMb(pid: number): number {
  return (look(pid)?.residentKb ?? 0) / 1024;
}

/** The first line of the postmaster's own file. */
export function postmasterPid(clusterFolder: string): number {
  return Number(readFileSync(`${clusterFolder}/postmaster.pid`, "utf8").split("\n")[0]);
}
