import { useQueryClient } from "@tanstack/react-query";
import { ApiProblem, ask, listenForUndo, listenForWrites } from "#web/api/api.ts";
import { problemText } from "#web/app/problem-text.ts";
import { useWords } from "#web/app/words.ts";
import { useToasts } from "#web/kit/toast.tsx";

/** A change of this tab: the server takes it back by its token, or we do it by the opposite change. */
type Change = { readonly token: string; readonly inverse?: () => Promise<unknown> };

const KEPT = 50;

/** The newest last: what Z takes back, one after the other. */
let changes: readonly Change[] = [];

listenForUndo((token) => {
  changes = [...changes, { token }].slice(-KEPT);
});

/** The write that was sent last, until it is answered: by what takes it back, if anything does. */
let underWay: Promise<string | null> | undefined;

listenForWrites((write) => {
  underWay = write;
  const end = (): void => {
    if (underWay === write) underWay = undefined;
  };
  write.then(end, end);
});

/** What one did last may still be under way: Z means that, not what was said before it. */
export const isWriteUnderWay = (): boolean => underWay !== undefined;

/** One after the other: the change before the last is taken back once the last is. */
let turn: Promise<void> = Promise.resolve();
function inTurn(work: () => Promise<void>): Promise<void> {
  turn = turn.then(work, work);
  return turn;
}

/** The newest change: that of the write, as soon as it is answered. Nothing when the write was refused, which who asked says. */
async function newestAfter(write: Promise<string | null> | undefined): Promise<Change | "refused" | undefined> {
  if (!write) return changes.at(-1);
  const outcome = await write.then(
    (token) => ({ token }),
    () => "refused" as const,
  );
  if (outcome === "refused") return outcome;
  // Who asked says first what was done, and how it is taken back when the server does not.
  await new Promise((resolve) => setTimeout(resolve));
  return changes.find(({ token }) => token === outcome.token) ?? changes.at(-1);
}

/** To be called right after a change of settings, which the server does not take back by itself. */
export function rememberInverse(inverse: () => Promise<unknown>): void {
  const last = changes.at(-1);
  if (last) changes = [...changes.slice(0, -1), { ...last, inverse }];
}

export type Undo = {
  /** Takes back one change, or the newest one. */
  undo: (token?: string) => Promise<void>;
  /** To be called right after a change: says what happened, with "Undo (Z)". */
  offerUndo: (text: string) => void;
};

/** A large one is work that is followed to its end; false when it was cancelled. */
async function askBack(token: string, force: boolean): Promise<boolean> {
  const { jobId } = await ask("undo", { body: force ? { token, force } : { token } });
  if (jobId === null) return true;
  const { followWork } = await import("#web/app/follow-work.ts");
  return (await followWork<object>(jobId)) !== undefined;
}

/** The opposite change is none to be taken back. */
async function undoneBy(inverse: () => Promise<unknown>): Promise<boolean> {
  const before = new Set(changes);
  await inverse();
  changes = changes.filter((one) => before.has(one));
  return true;
}

function forget(token: string): void {
  changes = changes.filter((other) => other.token !== token);
}

export function useUndo(): Undo {
  const client = useQueryClient();
  const toasts = useToasts();
  const words = useWords();
  const { undo: say } = words.shell;

  async function takeBack(change: Change, force = false) {
    const { token, inverse } = change;
    toasts.withdraw(token);
    try {
      if (!(await (inverse ? undoneBy(inverse) : askBack(token, force)))) return;
      forget(token);
      toasts.show({ text: say.done });
      await client.invalidateQueries();
    } catch (error) {
      const isOvertaken = error instanceof ApiProblem && error.code === "undo.overtaken";
      if (!isOvertaken) forget(token);
      const again = { label: say.force, run: () => void inTurn(() => takeBack(change, true)) };
      toasts.show({ text: problemText(error, words), kind: "error", ...(isOvertaken ? { action: again } : {}) });
    }
  }
  return {
    undo: (token) => {
      const write = underWay;
      return inTurn(async () => {
        const change = token === undefined ? await newestAfter(write) : (changes.find((one) => one.token === token) ?? { token });
        if (change === undefined) toasts.show({ text: say.nothing });
        else if (change !== "refused") await takeBack(change);
      });
    },
    offerUndo: (text) => {
      const change = changes.at(-1);
      toasts.show({
        text,
        ...(change ? { about: change.token, action: { label: say.act, run: () => void inTurn(() => takeBack(change)) } } : {}),
      });
    },
  };
}
