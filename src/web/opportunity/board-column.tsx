import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import type { OpportunityCard as Card } from "#contract/opportunity.ts";
import { ask } from "#web/api/api.ts";
import { openCreateSheet } from "#web/app/create-store.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatMoney } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { BoardStop } from "#web/kit/stage-dot.tsx";
import type { Tide } from "#web/kit/tide.ts";
import type { Filters } from "#web/opportunity/opportunity-search.ts";
import { ColumnCards } from "#web/opportunity/column-cards.tsx";
import type { CardActs } from "#web/opportunity/opportunity-card.tsx";
import { placeInColumn } from "#web/opportunity/place-in-column.ts";
import { boardKey, type Board, type BoardColumn as Column, type BoardSort } from "#web/opportunity/use-board.ts";
import styles from "#web/opportunity/opportunity-board.module.css";

export type ColumnProps = {
  readonly column: Column;
  readonly name: string;
  /** The name of the stage after it; empty for the last. */
  readonly next: string;
  readonly isPhone: boolean;
  readonly tide: Tide;
  readonly isLast: boolean;
  readonly acts: CardActs;
  readonly view: { readonly filters: Filters; readonly sort: BoardSort };
  readonly dragged: Card | undefined;
  readonly onDrag: (card: Card | undefined) => void;
  readonly onDrop: (stageId: string) => void;
};

export function BoardColumn(props: ColumnProps) {
  const { column, name, next, isPhone, tide, isLast, acts, view, dragged, onDrag, onDrop } = props;
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const mayCreate = useMay("opportunities", "write");
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const takes = dragged !== undefined && dragged.stageId !== column.stageId;
  const label = words.opportunity.column({ stage: name, n: column.count, total: formatMoney(column.total, locale) });
  return (
    <section className={styles.column} aria-labelledby={id} data-column={column.stageId}>
      <header className={styles.head}>
        <BoardStop tide={tide} isHollow={column.count === 0} isLast={isLast} />
        <h2 id={id} className={styles.stage} aria-label={label}>
          {name} <span className={styles.count}>{column.count}</span>
        </h2>
        <p className={styles.sums}>
          <b>{formatMoney(column.total, locale)}</b> · {words.opportunity.weightedShort} {formatMoney(column.likely, locale, "never")}
        </p>
      </header>
      <div
        className={styles.cards}
        data-over={(isOver && takes) || undefined}
        tabIndex={-1}
        onDragOver={(event) => {
          if (!takes) return;
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={(event) => {
          if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setIsOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          if (takes) onDrop(column.stageId);
        }}
      >
        <ColumnCards
          cards={column.cards}
          next={next}
          isPhone={isPhone}
          acts={acts}
          onDrag={onDrag}
          count={column.count}
          held={dragged?.stageId === column.stageId ? dragged.id : undefined}
          line={takes && isOver ? placeInColumn(column.cards, dragged, view.sort) : undefined}
        />
        {column.cards.length === 0 && dragged && <p className={styles.drop}>{words.opportunity.card.dropHere}</p>}
        {column.nextCursor !== null && <MoreCards column={column} view={view} />}
        {mayCreate && (
          <div className={styles.add}>
            <Button look="quiet" size="small" onPress={() => openCreateSheet({ stageId: column.stageId })}>
              + {words.opportunity.card.add}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** The next cards, when the end of the column comes into sight (or by its button). */
function MoreCards({ column, view }: { column: Column; view: ColumnProps["view"] }) {
  const { words } = useSpoken();
  const client = useQueryClient();
  const end = useRef<HTMLDivElement>(null);
  const cursor = column.nextCursor;
  const load = useRef<() => Promise<void>>(async () => undefined);
  load.current = async () => {
    if (cursor === null) return;
    const next = await ask("showBoardColumn", {
      params: { stageId: column.stageId },
      query: { ...(view.filters as object), sort: view.sort, cursor },
    });
    client.setQueryData<Board>(
      boardKey(view.filters, view.sort),
      (board) =>
        board && {
          ...board,
          columns: board.columns.map((one) =>
            one.stageId === column.stageId && one.nextCursor === cursor
              ? { ...one, cards: [...one.cards, ...next.cards], nextCursor: next.nextCursor }
              : one,
          ),
        },
    );
  };
  useEffect(() => {
    const element = end.current;
    if (!element) return undefined;
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && void load.current(), {
      rootMargin: "400px",
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [cursor]);
  return (
    <div ref={end} className={styles.more}>
      <Button look="quiet" size="small" onPress={() => void load.current()}>
        {words.opportunity.moreCards}
      </Button>
    </div>
  );
}
