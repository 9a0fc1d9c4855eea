import { useRef, useState } from "react";
import type { OpportunityCard as Card } from "#contract/opportunity.ts";
import { usePipelines } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { useSwipe } from "#web/kit/use-swipe.ts";
import { tideOf } from "#web/kit/tide.ts";
import { BoardColumn } from "#web/opportunity/board-column.tsx";
import { ClosingStrip } from "#web/opportunity/closing-strip.tsx";
import { useOpportunityActs } from "#web/opportunity/opportunity-acts.ts";
import { OpportunityDialogs, type Asked } from "#web/opportunity/opportunity-dialogs.tsx";
import type { Filters } from "#web/opportunity/opportunity-search.ts";
import { PlanKey } from "#web/opportunity/plan-key.tsx";
import { PhoneStages } from "#web/opportunity/phone-stages.tsx";
import type { Board, BoardSort } from "#web/opportunity/use-board.ts";
import { useBoardMoves } from "#web/opportunity/use-board-moves.ts";
import type { CardActs } from "#web/opportunity/opportunity-card.tsx";
import { useSteady } from "#web/opportunity/use-steady.ts";
import { useFocusedShortcuts } from "#web/opportunity/use-focused-shortcuts.ts";
import { focusFirstCard, walkBoard } from "#web/opportunity/walk-board.ts";
import styles from "#web/opportunity/opportunity-board.module.css";

type BoardProps = { readonly board: Board; readonly view: { readonly filters: Filters; readonly sort: BoardSort } };

export function OpportunityBoard({ board, view }: BoardProps) {
  const { words } = useSpoken();
  const pipelines = usePipelines().data?.data ?? [];
  const stages = pipelines.find((pipeline) => pipeline.id === board.pipelineId)?.stages ?? [];
  const [dragged, setDragged] = useState<Card>();
  const [asked, setAsked] = useState<Asked>();
  const [shown, setShown] = useState(0);
  const region = useRef<HTMLDivElement>(null);
  const nameOf = (stageId: string): string => stages.find((stage) => stage.id === stageId)?.name ?? "";
  const moves = useBoardMoves({ board, view, nameOf });
  const acts = useOpportunityActs();
  const cards = board.columns.flatMap((column) => column.cards);
  const nextOf = (stageId: string): string | undefined =>
    board.columns[board.columns.findIndex((column) => column.stageId === stageId) + 1]?.stageId;
  const goNext = (card: Card): void => {
    const next = nextOf(card.stageId);
    if (next !== undefined) void moves.move(card, next);
  };
  const cardActs = useSteady<CardActs>({
    onNext: goNext,
    onMove: (one: Card) => setAsked({ about: "move", one }),
    onAssign: (one: Card) => setAsked({ about: "assign", one }),
    onTags: (one: Card) => setAsked({ about: "tags", one }),
    onLose: (one: Card) => setAsked({ about: "lose", one }),
    onWin: (card: Card) => void moves.win(card),
    onStar: (card: Card) => void acts.star(card, !card.priority),
  });
  const focused = (): Card | undefined => cards.find((card) => isFocused(card.id));
  useFocusedShortcuts(focused, { ask: setAsked, win: cardActs.onWin });
  useShortcut({ keys: "j", label: words.opportunity.next, group: words.opportunity.title, isOffered: () => false }, () =>
    focusFirstCard(region.current),
  );
  const dropped = (act: (card: Card) => void): void => {
    if (dragged) act(dragged);
    setDragged(undefined);
  };
  const current = Math.min(shown, board.columns.length - 1);
  const isPhone = useIsPhone();
  const turn = useSwipe({
    isOn: isPhone,
    butNot: "article",
    left: () => setShown(Math.min(current + 1, board.columns.length - 1)),
    right: () => setShown(Math.max(current - 1, 0)),
  });
  return (
    <>
      <PhoneStages columns={board.columns} nameOf={nameOf} current={current} onShow={setShown} />
      <div
        ref={region}
        className={styles.board}
        role="group"
        tabIndex={0}
        aria-label={words.opportunity.board}
        onKeyDown={walkBoard}
        data-board
        data-shown={current}
        {...turn.handlers}
      >
        <div className={styles.columns} style={{ gridTemplateColumns: `repeat(${board.columns.length}, minmax(228px, 1fr))` }}>
          {board.columns.map((column, index) => (
            <div key={column.stageId} className={styles.slot} data-current={index === current || undefined}>
              <BoardColumn
                column={column}
                name={nameOf(column.stageId)}
                next={nameOf(nextOf(column.stageId) ?? "")}
                isPhone={isPhone}
                tide={tideOf(index, board.columns.length)}
                isLast={index === board.columns.length - 1}
                acts={cardActs}
                view={view}
                dragged={dragged}
                onDrag={setDragged}
                onDrop={(stageId) => dropped((card) => void moves.move(card, stageId))}
              />
            </div>
          ))}
        </div>
      </div>
      {dragged && (
        <ClosingStrip
          onWin={() => dropped(cardActs.onWin)}
          onLose={() => dropped(cardActs.onLose)}
          onElsewhere={pipelines.length > 1 ? () => dropped((one) => setAsked({ about: "elsewhere", one })) : undefined}
        />
      )}
      <PlanKey focused={focused} />
      <OpportunityDialogs
        asked={asked}
        onClose={() => setAsked(undefined)}
        onMove={async (one, stage) => {
          const card = cards.find(({ id }) => id === one.id);
          await (card && nameOf(stage.id) !== "" ? moves.move(card, stage.id) : acts.move(one, stage));
        }}
      />
    </>
  );
}

function isFocused(id: string): boolean {
  return document.activeElement?.getAttribute("href") === `/opportunities/${id}`;
}
