import { useSpoken } from "#web/app/words.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { useOpportunityActs, type Actable } from "#web/opportunity/opportunity-acts.ts";
import type { Asked } from "#web/opportunity/opportunity-dialogs.tsx";

export type Focusable = Actable & {
  readonly priority: boolean;
  readonly outcome?: string;
  readonly can: { readonly edit: boolean; readonly close: boolean };
};

type FocusedActs<One> = { readonly ask: (asked: Asked) => void; readonly win: (one: One) => void };

/** M, I, L, P, W and Shift+W act on the card or row that has the focus. */
export function useFocusedShortcuts<One extends Focusable>(focused: () => One | undefined, { ask, win }: FocusedActs<One>): void {
  const { words } = useSpoken();
  const { act, title: group, priority } = words.opportunity;
  const acts = useOpportunityActs();
  const actable = (needs: "edit" | "close", onlyOpen: boolean): One | undefined => {
    const one = focused();
    return one?.can[needs] && (!onlyOpen || (one.outcome ?? "open") === "open") ? one : undefined;
  };
  const on =
    (run: (one: One) => void, needs: "edit" | "close" = "edit", onlyOpen = true) =>
    () => {
      const one = actable(needs, onlyOpen);
      if (one) run(one);
    };
  const offered =
    (needs: "edit" | "close", onlyOpen = true) =>
    () =>
      actable(needs, onlyOpen) !== undefined;
  useShortcut(
    { keys: "m", label: act.move, group, isOffered: offered("edit") },
    on((one) => ask({ about: "move", one })),
  );
  useShortcut(
    { keys: "i", label: act.assign, group, isOffered: offered("edit", false) },
    on((one) => ask({ about: "assign", one }), "edit", false),
  );
  useShortcut(
    { keys: "l", label: words.tag.edit, group, isOffered: offered("edit", false) },
    on((one) => ask({ about: "tags", one }), "edit", false),
  );
  useShortcut(
    { keys: "p", label: priority, group, isOffered: offered("edit", false) },
    on((one) => void acts.star(one, !one.priority), "edit", false),
  );
  useShortcut({ keys: "w", label: act.win, group, isOffered: offered("close") }, on(win, "close"));
  useShortcut(
    { keys: "shift+w", label: act.lose, group, isOffered: offered("close") },
    on((one) => ask({ about: "lose", one }), "close"),
  );
}
