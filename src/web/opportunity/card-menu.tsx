import { ArrowRight, Check, Ellipsis, ExternalLink, Star, UserRound, X } from "lucide-react";
import { useState } from "react";
import type { OpportunityCard } from "#contract/opportunity.ts";
import { useWords } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Menu } from "#web/kit/menu.tsx";
import type { CardActs } from "#web/opportunity/opportunity-card.tsx";

/** Every gesture on a card, for those who do not drag. Opened at once: it is fetched because its button was pressed. */
export function CardMenu({ card, acts }: { card: OpportunityCard; acts: CardActs }) {
  const { opportunity: say } = useWords();
  const [isOpen, setIsOpen] = useState(true);
  const run: Record<string, () => void> = {
    move: () => acts.onMove(card),
    assign: () => acts.onAssign(card),
    win: () => acts.onWin(card),
    lose: () => acts.onLose(card),
    star: () => acts.onStar(card),
  };
  return (
    <Menu
      label={say.card.actions(card)}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={<IconButton icon={Ellipsis} size="small" label={say.card.actions(card)} />}
      onAction={(id) => run[id]?.()}
      groups={[
        { id: "go", items: [{ id: "open", label: say.act.open, icon: ExternalLink, href: `/opportunities/${card.id}` }] },
        {
          id: "change",
          items: [
            { id: "move", label: say.act.move, icon: ArrowRight, kbd: "m" },
            { id: "assign", label: say.act.assign, icon: UserRound, kbd: "i" },
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
