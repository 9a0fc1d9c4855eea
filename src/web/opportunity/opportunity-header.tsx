import { useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { useRef, useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { DateRange } from "#web/kit/date-range.tsx";
import { formatDay, formatPercent } from "#web/kit/format.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { Link } from "#web/kit/link.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { Money } from "#web/kit/money.tsx";
import { StarButton } from "#web/kit/star-button.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { LoseDialog } from "#web/opportunity/lose-dialog.tsx";
import { MoveDialog } from "#web/opportunity/move-dialog.tsx";
import { Neighbours } from "#web/opportunity/neighbours.tsx";
import { useOpportunityActs } from "#web/opportunity/opportunity-acts.ts";
import { OpportunityPath, useNextStage } from "#web/opportunity/opportunity-path.tsx";
import { StuckBar } from "#web/opportunity/stuck-bar.tsx";
import { useSaveOpportunity } from "#web/opportunity/use-opportunity.ts";
import styles from "#web/opportunity/opportunity-page.module.css";

type Asking = "move" | "lose" | undefined;

/** Name, figures, what can be done, and the way through the stages. */
export function OpportunityHeader({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const acts = useOpportunityActs();
  const [asking, setAsking] = useState<Asking>();
  const close = (): void => setAsking(undefined);
  const header = useRef<HTMLElement>(null);
  return (
    <>
      <StuckBar header={header}>
        <Summary one={one} />
      </StuckBar>
      <header className={styles.header} ref={header}>
        <Trail one={one} />
        <div className={styles.top}>
          <Name one={one} />
          <StarButton
            isOn={one.priority}
            onChange={(priority) => void acts.star(one, priority)}
            label={one.priority ? words.opportunity.starOff : words.opportunity.starOn}
            {...(one.can.edit ? {} : { disabledReason: words.opportunity.notPriority })}
          />
          <Acts one={one} onAsk={setAsking} />
        </div>
        <Facts one={one} />
        <Band one={one} />
        <OpportunityPath one={one} />
        {asking === "move" && <MoveDialog opportunity={one} onClose={close} />}
        {asking === "lose" && <LoseDialog opportunity={one} onClose={close} />}
      </header>
    </>
  );
}

/** What the bar repeats: name, stage, amount, the next step. */
function Summary({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const acts = useOpportunityActs();
  const next = useNextStage(one);
  const mayMove = one.outcome === "open" && one.can.edit;
  return (
    <>
      <b>{one.name}</b>
      <span>{one.stageName}</span>
      <span>
        <Money amount={Number(one.amount.amount) === 0 ? null : one.amount.amount} currency={one.currency} isInline isStrong />
      </span>
      {mayMove && next && (
        <Button look="primary" size="small" onPress={() => void acts.move(one, next)}>
          {words.opportunity.act.next}
        </Button>
      )}
    </>
  );
}

function Trail({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  return (
    <div className={styles.trail}>
      <Link href="/opportunities" look="quiet">
        {words.opportunity.title}
      </Link>{" "}
      / <span>{one.number}</span>
      <Neighbours id={one.id} />
    </div>
  );
}

function Name({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { name: label } = words.opportunity.field;
  const save = useSaveOpportunity(one);
  return (
    <h1 className={styles.name}>
      <InlineField
        label={label}
        value={one.name}
        canEdit={one.can.edit}
        onSave={(name) => save({ name: name.trim() })}
        editor={({ draft, change }) => (
          <TextField
            label={label}
            hidesLabel
            autoFocus
            value={draft}
            onChange={change}
            maxLength={200}
            error={draft.trim() === "" ? words.opportunity.create.nameRequired : undefined}
          />
        )}
      >
        {one.name}
      </InlineField>
    </h1>
  );
}

function Acts({ one, onAsk }: { one: Opportunity; onAsk: (asking: Asking) => void }) {
  const { words } = useSpoken();
  const { act } = words.opportunity;
  const acts = useOpportunityActs();
  const navigate = useNavigate();
  const next = useNextStage(one);
  const isOpen = one.outcome === "open";
  const mayMove = isOpen && one.can.edit;
  const mayClose = isOpen && one.can.close;
  useShortcut({ keys: "m", label: act.move, group: words.opportunity.title }, () => onAsk("move"), mayMove);
  useShortcut({ keys: "w", label: act.win, group: words.opportunity.title }, () => void acts.win(one), mayClose);
  useShortcut({ keys: "Shift+w", label: act.lose, group: words.opportunity.title }, () => onAsk("lose"), mayClose);
  useShortcut(
    { keys: "p", label: words.opportunity.priority, group: words.opportunity.title },
    () => void acts.star(one, !one.priority),
    one.can.edit,
  );
  const run = async (id: string): Promise<void> => {
    if (id === "move") onAsk("move");
    if (id === "copy") await navigator.clipboard.writeText(location.href);
    if (id === "delete" && (await acts.remove(one))) await navigate({ to: "/opportunities" });
  };
  const items = [
    ...(mayMove ? [{ id: "move", label: act.move, kbd: "m" }] : []),
    { id: "copy", label: act.copyLink },
    ...(one.can.delete ? [{ id: "delete", label: act.delete, isDanger: true }] : []),
  ];
  return (
    <div className={styles.acts}>
      {mayClose && <Button onPress={() => void acts.win(one)}>{act.win}</Button>}
      {mayClose && <Button onPress={() => onAsk("lose")}>{act.lose}</Button>}
      {mayMove && next && (
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
    </div>
  );
}

/** The row of figures: client, dates, places, pax at left; money at right, never cut. */
function Facts({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { field, source } = words.opportunity;
  const { locale } = useSurroundings();
  const me = useMe();
  return (
    <div className={styles.facts}>
      <span className={styles.cut}>{one.client.name}</span>
      {one.departsOn && <DateRange from={one.departsOn} to={one.returnsOn} />}
      {one.destinations.length > 0 && <span className={styles.cut}>{one.destinations.map((place) => place.place).join(", ")}</span>}
      {one.pax !== null && <span>{words.opportunity.pax({ n: one.pax })}</span>}
      <span className={styles.money}>
        {field.amount}{" "}
        <Money amount={Number(one.amount.amount) === 0 ? null : one.amount.amount} currency={one.currency} isInline isStrong /> (
        {source[one.amountSource]})
      </span>
      {me.rights.costs && one.marginPercent !== null && (
        <span>
          {field.margin} <b>{formatPercent(one.marginPercent, locale, 1)}</b>
        </span>
      )}
      {one.objective && (
        <span>
          {field.objective} <Money amount={one.objective.amount} currency={one.currency} isInline isStrong />
        </span>
      )}
    </div>
  );
}

function Band({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const acts = useOpportunityActs();
  if (one.outcome === "open") return null;
  const day = one.closedOn === null ? "–" : formatDay(one.closedOn, locale);
  const said = [
    one.outcome === "won" ? words.opportunity.wonBand({ day }) : words.opportunity.lostBand({ day }),
    one.lostReasonName,
    one.competitor && words.opportunity.against(one.competitor),
    one.lostComment,
  ].filter(Boolean);
  return (
    <div className={one.outcome === "won" ? styles.won : styles.lost}>
      <span>{said.join(" · ")}</span>
      {one.can.close && (
        <Button size="small" onPress={() => void acts.reopen(one)}>
          {words.opportunity.act.reopen}
        </Button>
      )}
    </div>
  );
}
