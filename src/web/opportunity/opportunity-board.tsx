import { lazy, Suspense, useRef, useState, type KeyboardEvent } from "react";
import type { OpportunityCard as Card } from "#contract/opportunity.ts";
import { usePipelines } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { announce } from "#web/kit/announce.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { tideOf } from "#web/kit/tide.ts";
import { BoardColumn } from "#web/opportunity/board-column.tsx";
import { ClosingStrip } from "#web/opportunity/closing-strip.tsx";
import { useOpportunityActs } from "#web/opportunity/opportunity-acts.ts";
import type { Filters } from "#web/opportunity/opportunity-search.ts";
import { PhoneStages } from "#web/opportunity/phone-stages.tsx";
import { moveCard, useBoardChanges, type Board, type BoardSort } from "#web/opportunity/use-board.ts";
import styles from "#web/opportunity/opportunity-board.module.css";

const MoveDialog = lazy(async () => ({ default: (await import("#web/opportunity/move-dialog.tsx")).MoveDialog }));
const LoseDialog = lazy(async () => ({ default: (await import("#web/opportunity/lose-dialog.tsx")).LoseDialog }));

type BoardProps = { readonly board: Board; readonly view: { readonly filters: Filters; readonly sort: BoardSort } };

export function OpportunityBoard({ board, view }: BoardProps) {
  const { words } = useSpoken();
  const stages = usePipelines().data?.data.find((pipeline) => pipeline.id === board.pipelineId)?.stages ?? [];
  const [dragged, setDragged] = useState<Card>();
  const [asked, setAsked] = useState<{ about: "move" | "lose"; card: Card }>();
  const [shown, setShown] = useState(0);
  const region = useRef<HTMLDivElement>(null);
  const changes = useBoardChanges(view.filters, view.sort);
  const acts = useOpportunityActs();
  const nameOf = (stageId: string): string => stages.find((stage) => stage.id === stageId)?.name ?? "";

  async function drop(card: Card, stageId: string): Promise<void> {
    const back = await changes.show((now) => moveCard(now, card, stageId));
    const column = board.columns.find((one) => one.stageId === stageId);
    announce(
      words.opportunity.movedAloud({ from: nameOf(card.stageId), to: nameOf(stageId), position: 1, of: (column?.count ?? 0) + 1 }),
      "polite",
    );
    if (!(await acts.move(card, { id: stageId, name: nameOf(stageId) }))) back();
  }
  async function win(card: Card): Promise<void> {
    const back = await changes.show((now) => moveCard(now, card, undefined));
    if (!(await acts.win(card))) back();
  }
  const cardActs = useSteady<Acts>({
    onMove: (card) => setAsked({ about: "move", card }),
    onLose: (card) => setAsked({ about: "lose", card }),
    onWin: (card) => void win(card),
    onStar: (card) => void acts.star(card, !card.priority),
  });
  useCardShortcuts(board, cardActs);
  const current = Math.min(shown, board.columns.length - 1);
  return (
    <>
      <PhoneStages columns={board.columns} nameOf={nameOf} current={current} onShow={setShown} />
      <div
        ref={region}
        className={styles.board}
        role="group"
        tabIndex={0}
        aria-label={words.opportunity.board}
        onKeyDown={walk}
        data-shown={current}
      >
        <div className={styles.columns} style={{ gridTemplateColumns: `repeat(${board.columns.length}, minmax(228px, 1fr))` }}>
          {board.columns.map((column, index) => (
            <div key={column.stageId} className={styles.slot} data-current={index === current || undefined}>
              <BoardColumn
                column={column}
                name={nameOf(column.stageId)}
                tide={tideOf(index, board.columns.length)}
                isLast={index === board.columns.length - 1}
                acts={cardActs}
                view={view}
                dragged={dragged}
                onDrag={setDragged}
                onDrop={(stageId) => dragged && void drop(dragged, stageId)}
              />
            </div>
          ))}
        </div>
      </div>
      {dragged && <ClosingStrip onWin={() => void win(dragged)} onLose={() => setAsked({ about: "lose", card: dragged })} />}
      <Suspense fallback={null}>
        {asked?.about === "move" && <MoveDialog opportunity={asked.card} onClose={() => setAsked(undefined)} />}
        {asked?.about === "lose" && <LoseDialog opportunity={asked.card} onClose={() => setAsked(undefined)} />}
      </Suspense>
    </>
  );
}

type Acts = {
  readonly onMove: (card: Card) => void;
  readonly onLose: (card: Card) => void;
  readonly onWin: (card: Card) => void;
  readonly onStar: (card: Card) => void;
};

/** The same object for as long as the board is shown, doing what was last said: hundreds of cards need not be drawn again. */
function useSteady<Of extends Record<string, (card: Card) => void>>(now: Of): Of {
  const latest = useRef(now);
  latest.current = now;
  const [steady] = useState(() => {
    const names = Object.keys(now) as (keyof Of & string)[];
    return Object.fromEntries(names.map((name) => [name, (card: Card) => latest.current[name]?.(card)])) as unknown as Of;
  });
  return steady;
}

/** M, P, W and Shift+W act on the card that has the focus. */
function useCardShortcuts(board: Board, acts: Acts): void {
  const { words } = useSpoken();
  const { act, title } = words.opportunity;
  const focused = (): Card | undefined => {
    const href = (document.activeElement as HTMLAnchorElement | null)?.getAttribute("href");
    return board.columns.flatMap((column) => column.cards).find((card) => href === `/opportunities/${card.id}` && card.can.edit);
  };
  const on = (run: (card: Card) => void) => () => {
    const card = focused();
    if (card) run(card);
  };
  useShortcut({ keys: "m", label: act.move, group: title }, on(acts.onMove));
  useShortcut({ keys: "p", label: words.opportunity.starOn, group: title }, on(acts.onStar));
  useShortcut({ keys: "w", label: act.win, group: title }, on(acts.onWin));
  useShortcut({ keys: "shift+w", label: act.lose, group: title }, on(acts.onLose));
}

/** Arrows walk cards and columns. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const steps: Record<string, readonly [number, number]> = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };
  const step = steps[event.key];
  if (!step || event.defaultPrevented) return;
  const columns = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-column]")].map((column) => [
    ...column.querySelectorAll<HTMLAnchorElement>("article h3 a"),
  ]);
  const at = columns.findIndex((links) => links.includes(document.activeElement as HTMLAnchorElement));
  const row = at < 0 ? 0 : (columns[at]?.indexOf(document.activeElement as HTMLAnchorElement) ?? 0);
  let next = at < 0 ? 0 : at + step[0];
  while (step[0] !== 0 && columns[next]?.length === 0) next += step[0];
  const links = columns[next];
  const target = links?.[Math.min(Math.max(at < 0 ? 0 : row + step[1], 0), links.length - 1)];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
