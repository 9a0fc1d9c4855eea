import type { OpportunityCard as Card } from "#contract/opportunity.ts";
import { useSpoken } from "#web/app/words.ts";
import { announce } from "#web/kit/announce.tsx";
import { useOpportunityActs } from "#web/opportunity/opportunity-acts.ts";
import type { Filters } from "#web/opportunity/opportunity-search.ts";
import { placeInColumn } from "#web/opportunity/place-in-column.ts";
import { wantCard } from "#web/opportunity/wanted-card.ts";
import { moveCard, useBoardChanges, type Board, type BoardSort } from "#web/opportunity/use-board.ts";

/** Two seconds: longer than any dialog takes to close. */
const FRAMES = 120;

type Moving = {
  readonly board: Board;
  readonly view: { readonly filters: Filters; readonly sort: BoardSort };
  readonly nameOf: (stageId: string) => string;
};

/** Moves that show at once, are said aloud, keep the focus on their card, and go back when they are refused. */
export function useBoardMoves({ board, view, nameOf }: Moving) {
  const { words } = useSpoken();
  const acts = useOpportunityActs();
  const changes = useBoardChanges(view.filters, view.sort);
  return {
    move: async (card: Card, stageId: string): Promise<void> => {
      if (stageId === card.stageId) return;
      const to = board.columns.find((column) => column.stageId === stageId);
      const place = placeInColumn(to?.cards ?? [], card, view.sort);
      const names = { from: nameOf(card.stageId), to: nameOf(stageId) };
      const back = await changes.show((now) => moveCard(now, card, to && { stageId, place }));
      announce(words.opportunity.movedAloud({ ...names, position: place + 1, of: (to?.count ?? 0) + 1 }));
      focusWhenFree(card.id, FRAMES);
      if (!(await acts.move(card, { id: stageId, name: names.to }))) back();
      // An answer asked for before the move may have shown the card where it was, for a moment.
      if (document.activeElement === document.body) focusWhenFree(card.id, FRAMES);
    },
    win: async (card: Card): Promise<void> => {
      const back = await changes.show((now) => moveCard(now, card, undefined));
      if (!(await acts.win(card))) back();
    },
  };
}

/** A dialog that closes keeps the focus to its end, then gives it back to a card that is no longer there: only then is it ours. */
function focusWhenFree(id: string, framesLeft: number): void {
  wantCard(id);
  requestAnimationFrame(() => {
    if (framesLeft > 0 && document.querySelector("[role=dialog]")) focusWhenFree(id, framesLeft - 1);
    else requestAnimationFrame(() => document.querySelector<HTMLElement>(`article a[href="/opportunities/${id}"]`)?.focus());
  });
}
