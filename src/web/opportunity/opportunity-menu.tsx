import { useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { StarButton } from "#web/kit/star-button.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { useCreateQuote } from "#web/quote/use-create-quote.ts";
import { useOpportunityActs } from "#web/opportunity/opportunity-acts.ts";
import { OpportunityDialogs, type Asked } from "#web/opportunity/opportunity-dialogs.tsx";
import { useNextStage } from "#web/opportunity/opportunity-path.tsx";
import { useFocusedShortcuts } from "#web/opportunity/use-focused-shortcuts.ts";
import styles from "#web/opportunity/opportunity-page.module.css";

type Asking = Asked["about"] | undefined;

export function OpportunityStar({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const acts = useOpportunityActs();
  return (
    <StarButton
      isOn={one.priority}
      onChange={(priority) => void acts.star(one, priority)}
      label={one.priority ? words.opportunity.starOff : words.opportunity.starOn}
      {...(one.can.edit ? {} : { disabledReason: words.opportunity.notPriority })}
    />
  );
}

/** What can be done: buttons and a menu; on a phone everything is in the menu. */
export function OpportunityActs({ one }: { one: Opportunity }) {
  const [asking, onAsk] = useState<Asking>();
  const close = (): void => onAsk(undefined);
  const isPhone = useIsPhone();
  const { words } = useSpoken();
  const { act } = words.opportunity;
  const acts = useOpportunityActs();
  const navigate = useNavigate();
  const next = useNextStage(one);
  const isOpen = one.outcome === "open";
  const mayMove = isOpen && one.can.edit;
  const mayClose = isOpen && one.can.close;
  const mayQuote = useMay("quotes", "write") && isOpen;
  const create = useCreateQuote();
  const quote = (): void => void create({ from: { opportunityId: one.id } });
  useShortcut({ keys: "q", label: act.quote, group: words.opportunity.title }, quote, mayQuote);
  useFocusedShortcuts(() => one, { ask: ({ about }) => onAsk(about), win: () => void acts.win(one) });
  const run = async (id: string): Promise<void> => {
    if (id === "win") return void (await acts.win(one));
    if (id === "lose" || id === "move" || id === "assign" || id === "tags") onAsk(id);
    if (id === "quote") quote();
    if (id === "copy") await navigator.clipboard.writeText(location.href);
    if (id === "delete" && (await acts.remove(one))) await navigate({ to: "/opportunities" });
  };
  const items = [
    ...(mayQuote && isPhone ? [{ id: "quote", label: act.quote }] : []),
    ...(mayClose && isPhone
      ? [
          { id: "win", label: act.win },
          { id: "lose", label: act.lose },
        ]
      : []),
    ...(mayMove ? [{ id: "move", label: act.move, kbd: "m" }] : []),
    ...(one.can.edit
      ? [
          { id: "assign", label: act.assign, kbd: "i" },
          { id: "tags", label: words.tag.edit, kbd: "l" },
        ]
      : []),
    { id: "copy", label: act.copyLink },
    ...(one.can.delete ? [{ id: "delete", label: act.delete, isDanger: true }] : []),
  ];
  return (
    <div className={styles.acts}>
      {mayQuote && !isPhone && <Button onPress={quote}>{act.quote}</Button>}
      {mayClose && !isPhone && <Button onPress={() => void acts.win(one)}>{act.win}</Button>}
      {mayClose && !isPhone && <Button onPress={() => onAsk("lose")}>{act.lose}</Button>}
      {mayMove && next && !isPhone && (
        <Button look="primary" onPress={() => void acts.move(one, next)}>
          {act.next}
        </Button>
      )}
      <Menu
        label={act.more}
        trigger={<IconButton icon={Ellipsis} label={act.more} />}
        groups={[{ id: "acts", items }]}
        onAction={(id) => void run(id)}
      />
      <OpportunityDialogs asked={asking && { about: asking, one }} onClose={close} />
    </div>
  );
}
