import { ArrowRight, Check, ChevronsRight, Ellipsis, ExternalLink, PanelRight, Star, Tag, UserRound, X } from "lucide-react";
import type { OpportunityCard } from "#contract/opportunity.ts";
import { usePeek } from "#web/app/peek-area.tsx";
import { useWords } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Menu } from "#web/kit/menu.tsx";
import type { CardActs } from "#web/opportunity/opportunity-card.tsx";

type CardMenuProps = {
  readonly card: OpportunityCard;
  readonly acts: CardActs;
  /** The name of the next stage; empty in the last one. */
  readonly next: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

/** Every gesture on a card, for those who do not drag or swipe. */
export function CardMenu({ card, acts, next, isOpen, onOpenChange }: CardMenuProps) {
  const { opportunity: say, tag, common } = useWords();
  const peek = usePeek();
  const run: Record<string, () => void> = {
    next: () => acts.onNext(card),
    move: () => acts.onMove(card),
    assign: () => acts.onAssign(card),
    tags: () => acts.onTags(card),
    win: () => acts.onWin(card),
    lose: () => acts.onLose(card),
    star: () => acts.onStar(card),
    peek: () => peek?.(card.id),
  };
  return (
    <Menu
      label={say.card.actions(card)}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      trigger={<IconButton icon={Ellipsis} size="small" label={say.card.actions(card)} />}
      onAction={(id) => run[id]?.()}
      groups={[
        {
          id: "go",
          items: [
            { id: "open", label: say.act.open, icon: ExternalLink, href: `/opportunities/${card.id}` },
            { id: "peek", label: common.peek.open, icon: PanelRight, kbd: "space" },
          ],
        },
        {
          id: "change",
          items: [
            ...(next === "" ? [] : [{ id: "next", label: say.act.nextStage({ stage: next }), icon: ChevronsRight }]),
            { id: "move", label: say.act.move, icon: ArrowRight, kbd: "m" },
            { id: "assign", label: say.act.assign, icon: UserRound, kbd: "i" },
            { id: "tags", label: tag.edit, icon: Tag, kbd: "l" },
            { id: "star", label: card.priority ? say.starOff : say.starOn, icon: Star, kbd: "p" },
          ],
        },
        {
          id: "close",
          items: [
            { id: "win", label: say.act.win, icon: Check, kbd: "w" },
            { id: "lose", label: say.act.lose, icon: X, kbd: "shift+w", isDanger: true },
          ],
        },
      ]}
    />
  );
}
