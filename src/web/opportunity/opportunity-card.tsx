import { Ellipsis } from "lucide-react";
import { lazy, memo, Suspense, useState, type ReactNode } from "react";
import type { OpportunityCard as Card } from "#contract/opportunity.ts";
import { NextActivityPill } from "#web/activity/activity-pill.tsx";
import { useSpoken } from "#web/app/words.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { DateRange } from "#web/kit/date-range.tsx";
import { formatDay, formatMoney, formatNearDay, formatPercent } from "#web/kit/format.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Money } from "#web/kit/money.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { StarMark } from "#web/kit/star-button.tsx";
import { useSwipe, type SwipeHandlers } from "#web/kit/use-swipe.ts";
import { VisuallyHidden } from "#web/kit/visually-hidden.tsx";
import { ClientName } from "#web/opportunity/client-name.tsx";
import { SwipePanel } from "#web/opportunity/swipe-panel.tsx";
import { touchText } from "#web/opportunity/touch-text.ts";
import styles from "#web/opportunity/opportunity-card.module.css";

const CardMenu = lazy(async () => ({ default: (await import("#web/opportunity/card-menu.tsx")).CardMenu }));

export type CardActs = {
  readonly onNext: (card: Card) => void;
  readonly onMove: (card: Card) => void;
  readonly onAssign: (card: Card) => void;
  readonly onTags: (card: Card) => void;
  readonly onWin: (card: Card) => void;
  readonly onLose: (card: Card) => void;
  readonly onStar: (card: Card) => void;
};

export type CardProps = {
  readonly card: Card;
  readonly acts: CardActs;
  /** The name of the next stage; empty in the last one. */
  readonly next: string;
  readonly isPhone: boolean;
  readonly onDrag: (card: Card | undefined) => void;
};

/** On a phone: drawn to the right it goes to the next stage, to the left or held it opens its actions. */
export const OpportunityCard = memo(function OpportunityCard(props: CardProps) {
  const { card, acts, next, isPhone } = props;
  const [menu, setMenu] = useState<MenuState>("unasked");
  const openMenu = (): void => setMenu("open");
  const { shift, handlers } = useSwipe({
    isOn: isPhone && card.can.edit,
    right: next === "" ? undefined : () => acts.onNext(card),
    left: openMenu,
    hold: openMenu,
  });
  return (
    <>
      {shift !== 0 && <SwipePanel shift={shift} next={next} />}
      <CardBody {...props} shift={shift} handlers={handlers}>
        <MenuButton card={card} acts={acts} next={next} menu={menu} setMenu={setMenu} />
      </CardBody>
    </>
  );
});

type BodyProps = CardProps & { readonly shift: number; readonly handlers: SwipeHandlers; readonly children: ReactNode };

/** A card of the board: one link, its actions beside it. Empty fields leave no gap. Drawn again when it changes, not with its column. */
function CardBody({ card, isPhone, onDrag, shift, handlers, children }: BodyProps) {
  const { words } = useSpoken();
  const [isDragged, setIsDragged] = useState(false);
  return (
    <article
      className={styles.card}
      data-stale={card.stale !== null || undefined}
      data-dragged={isDragged || undefined}
      data-swiped={shift !== 0 || undefined}
      style={shift === 0 ? undefined : { transform: `translateX(${shift}px)` }}
      {...handlers}
      draggable={card.can.edit && !isPhone}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", card.name);
        event.dataTransfer.effectAllowed = "move";
        setIsDragged(true);
        onDrag(card);
      }}
      onDragEnd={() => {
        setIsDragged(false);
        onDrag(undefined);
      }}
    >
      <h3 className={styles.name}>
        {card.priority && <StarMark label={words.opportunity.priority} />}
        <Link href={`/opportunities/${card.id}`} look="bare" className={styles.link} label={useCardLabel(card)}>
          {card.name}
        </Link>
      </h3>
      <p className={styles.line}>
        <ClientName client={card.client} className={styles.client} />
      </p>
      <div className={styles.trip}>
        {card.departsOn && (
          <p className={styles.line}>
            <DateRange from={card.departsOn} to={card.returnsOn} />
          </p>
        )}
        {card.destinations.length > 0 && <p className={styles.line}>{placesOf(card)}</p>}
      </div>
      <div className={styles.bottom}>
        <Figures card={card} />
        <footer className={styles.foot}>
          <Pills card={card} />
          {card.manager && <Avatar name={card.manager.name} size={20} />}
        </footer>
      </div>
      {children}
    </article>
  );
}

function Figures({ card }: { card: Card }) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const hasAmount = /[1-9]/.test(card.amount.amount);
  const margin = card.marginPercent === null ? undefined : formatPercent(card.marginPercent, locale);
  const others = [margin, card.pax === null ? undefined : words.opportunity.pax({ n: card.pax })].filter(Boolean);
  if (!hasAmount && others.length === 0) return null;
  return (
    <p className={styles.figures}>
      {hasAmount && <Money amount={card.amount.amount} currency={card.amount.currency} isStrong isInline />}
      <span className={styles.quiet}>{others.join(" · ")}</span>
    </p>
  );
}

type MenuState = "unasked" | "open" | "closed";
type MenuProps = Pick<CardProps, "card" | "acts" | "next"> & { readonly menu: MenuState; readonly setMenu: (menu: MenuState) => void };

function MenuButton({ card, acts, next, menu, setMenu }: MenuProps) {
  const { words } = useSpoken();
  const button = <IconButton icon={Ellipsis} size="small" label={words.opportunity.card.actions(card)} onPress={() => setMenu("open")} />;
  if (!card.can.edit) return null;
  return (
    <div className={styles.menu}>
      {menu === "unasked" ? (
        button
      ) : (
        <Suspense fallback={button}>
          <CardMenu
            card={card}
            acts={acts}
            next={next}
            isOpen={menu === "open"}
            onOpenChange={(isOpen) => setMenu(isOpen ? "open" : "closed")}
          />
        </Suspense>
      )}
    </div>
  );
}

/** What is next, and the one thing that calls for attention most: room for two. */
function Pills({ card }: { card: Card }) {
  const { today } = useSurroundings();
  const isOverdue = card.expectedCloseOn !== null && card.expectedCloseOn < today;
  const isNarrow = card.stale !== null || isOverdue || card.waitingUntil !== null;
  return (
    <span className={styles.pills}>
      {card.outcome === "open" && <NextActivityPill next={card.nextActivity} isNarrow={isNarrow} />}
      <Attention card={card} />
    </span>
  );
}

function Attention({ card }: { card: Card }) {
  const { words } = useSpoken();
  const { locale, today } = useSurroundings();
  const isOverdue = card.expectedCloseOn !== null && card.expectedCloseOn < today;
  if (card.stale)
    return (
      <Pill kind="warning" title={words.opportunity.lastTouch({ what: touchText(card.stale.lastTouch, words) })}>
        {words.opportunity.staleShort(card.stale)}
      </Pill>
    );
  if (isOverdue) return <Overdue day={card.expectedCloseOn} />;
  if (card.waitingUntil === null) return null;
  return <Pill>{words.opportunity.waitingUntil({ day: formatNearDay(card.waitingUntil, today, locale) })}</Pill>;
}

/** Beside another pill the date is enough to be seen: both stay on one line. */
function Overdue({ day }: { day: string | null }) {
  const { words } = useSpoken();
  const { locale, today } = useSurroundings();
  if (day === null) return null;
  return (
    <Pill kind="danger" title={words.opportunity.overdueClose}>
      <VisuallyHidden>{words.opportunity.overdueClose}</VisuallyHidden> {formatNearDay(day, today, locale)}
    </Pill>
  );
}

/** Two places, and how many more. */
function placesOf(card: Card): string {
  const names = card.destinations.map((one) => one.place);
  return names.length > 2 ? `${names.slice(0, 2).join(", ")} +${names.length - 2}` : names.join(", ");
}

/** What a reader by ear hears of a card. */
function useCardLabel(card: Card): string {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const parts = [
    card.name,
    card.priority ? words.opportunity.priority.toLowerCase() : "",
    card.client.name,
    card.departsOn ? `${words.opportunity.card.departs} ${formatDay(card.departsOn, locale)}` : "",
    !/[1-9]/.test(card.amount.amount) ? "" : formatMoney(card.amount, locale),
    card.nextActivity ? `${words.activity.next}: ${card.nextActivity.title} ${formatDay(card.nextActivity.dueOn, locale)}` : "",
    card.stale
      ? `${words.opportunity.stale(card.stale)}, ${words.opportunity.lastTouch({ what: touchText(card.stale.lastTouch, words) })}`
      : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
