import { memo, useMemo, useRef, useState } from "react";
import type { OpportunityCard as Card } from "#contract/opportunity.ts";
import { OpportunityCard, type CardProps } from "#web/opportunity/opportunity-card.tsx";
import { useCardWindow } from "#web/opportunity/use-card-window.ts";
import { useWantedCard } from "#web/opportunity/wanted-card.ts";
import styles from "#web/opportunity/opportunity-board.module.css";

type ColumnCardsProps = Pick<CardProps, "acts" | "onDrag" | "next" | "isPhone"> & {
  readonly cards: readonly Card[];
  /** Of the whole column, loaded or not. */
  readonly count: number;
  /** The card that is being dragged: it stays until it is dropped. */
  readonly held: string | undefined;
  /** Where the dragged card will stand, by the order of the column. */
  readonly line: number | undefined;
};

/** Only what is in sight is drawn, and what the reader holds: the card with the focus and its neighbours, for the arrows, and the dragged one. */
export const ColumnCards = memo(function ColumnCards({ cards, count, held, line, ...rest }: ColumnCardsProps) {
  const list = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState<string>();
  const wanted = useWantedCard();
  const ids = useMemo(() => cards.map(({ id }) => id), [cards]);
  const at = focused === undefined ? -1 : ids.indexOf(focused);
  const others = [held, wanted].map((id) => (id === undefined ? -1 : ids.indexOf(id)));
  const { pieces, measure } = useCardWindow(list, ids, at < 0 ? others : [at - 1, at, at + 1, ...others]);
  return (
    <ul
      ref={list}
      className={styles.list}
      onFocus={({ target, currentTarget }) => {
        const item = currentTarget.contains(target) ? target.closest<HTMLElement>("[data-card]") : null;
        if (item) setFocused(item.dataset["card"]);
      }}
    >
      {pieces.map((piece) => {
        if (!("place" in piece)) return <li key={`room ${piece.from}`} aria-hidden style={{ height: piece.height }} />;
        const card = cards[piece.place];
        if (!card) return null;
        return (
          <li
            key={card.id}
            ref={(item) => measure(card.id, item)}
            data-card={card.id}
            data-line={line === piece.place || undefined}
            aria-posinset={piece.place + 1}
            aria-setsize={count}
          >
            <OpportunityCard card={card} {...rest} />
          </li>
        );
      })}
      {line !== undefined && line >= cards.length && cards.length > 0 && <li data-line="end" aria-hidden />}
    </ul>
  );
});
