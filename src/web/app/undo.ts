import { useQueryClient } from "@tanstack/react-query";
import { ApiProblem, ask, listenForUndo } from "#web/api/api.ts";
import { problemText } from "#web/app/problem-text.ts";
import { useSpoken } from "#web/app/words.ts";
import { useToasts } from "#web/kit/toast.tsx";

const KEPT = 50;

/** Changes made in this tab, the newest last: what Z takes back, one after the other. */
let changes: readonly string[] = [];

listenForUndo((token) => {
  changes = [...changes, token].slice(-KEPT);
});

export type Undo = {
  /** Takes back one change, or the newest one. */
  undo: (token?: string) => Promise<void>;
  /** To be called right after a change: says what happened, with "Undo (Z)". */
  offerUndo: (text: string) => void;
};

export function useUndo(): Undo {
  const client = useQueryClient();
  const toasts = useToasts();
  const { words } = useSpoken();
  const { undo: say } = words.shell;

  async function takeBack(token: string, force: boolean) {
    try {
      const { changeId } = await ask("undo", { body: force ? { token, force } : { token } });
      changes = changes.filter((change) => change !== token && change !== changeId);
      toasts.show({ text: say.done });
      await client.invalidateQueries();
    } catch (error) {
      refuse(error, token);
    }
  }
  function refuse(error: unknown, token: string) {
    const isOvertaken = error instanceof ApiProblem && error.code === "undo.overtaken";
    if (!isOvertaken) changes = changes.filter((change) => change !== token);
    const action = { label: say.force, run: () => void takeBack(token, true) };
    toasts.show({ text: problemText(error, words), kind: "error", ...(isOvertaken ? { action } : {}) });
  }
  return {
    undo: async (token = changes.at(-1)) => {
      if (token === undefined) toasts.show({ text: say.nothing });
      else await takeBack(token, false);
    },
    offerUndo: (text) => {
      const token = changes.at(-1);
      toasts.show({ text, ...(token === undefined ? {} : { action: { label: say.act, run: () => void takeBack(token, false) } }) });
    },
  };
}
