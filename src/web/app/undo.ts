import { useQueryClient } from "@tanstack/react-query";
import { ApiProblem, ask, listenForUndo } from "#web/api/api.ts";
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

export function useUndo(): Undo {
  const client = useQueryClient();
  const toasts = useToasts();
  const words = useWords();
  const { undo: say } = words.shell;

  async function takeBack(change: Change, force = false) {
    const { token, inverse } = change;
    // Neither the change nor its undoing is to be taken back once more.
    const others = changes.filter((other) => other.token !== token);
    try {
      if (!(await (inverse ? inverse().then(() => true) : askBack(token, force)))) return;
      changes = others;
      toasts.show({ text: say.done });
      await client.invalidateQueries();
    } catch (error) {
      const isOvertaken = error instanceof ApiProblem && error.code === "undo.overtaken";
      if (!isOvertaken) changes = others;
      const again = { label: say.force, run: () => void takeBack(change, true) };
      toasts.show({ text: problemText(error, words), kind: "error", ...(isOvertaken ? { action: again } : {}) });
    }
  }
  return {
    undo: async (token) => {
      const change = token === undefined ? changes.at(-1) : (changes.find((one) => one.token === token) ?? { token });
      if (change) await takeBack(change);
      else toasts.show({ text: say.nothing });
    },
    offerUndo: (text) => {
      const change = changes.at(-1);
      toasts.show({ text, ...(change ? { about: change.token, action: { label: say.act, run: () => void takeBack(change) } } : {}) });
    },
  };
}
