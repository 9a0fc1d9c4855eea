import { lazy, Suspense, useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Money } from "#web/kit/money.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { LinkMenu } from "#web/partner/link-menu.tsx";
import { linkOfRival, useRivals, useSetLinks, type Rival } from "#web/partner/use-partners.ts";
import styles from "#web/partner/partner.module.css";

const RivalDialog = lazy(async () => ({ default: (await import("#web/partner/rival-dialog.tsx")).RivalDialog }));

/** Who else the client is asking: price, strengths and weaknesses as far as they are known. */
export function RivalsPanel({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const query = useRivals(one.id);
  return (
    <Loaded query={query} label={words.partner.loading} frame={<Block height={160} />}>
      {({ data }) => <List one={one} rivals={data} />}
    </Loaded>
  );
}

function List({ one, rivals }: { one: Opportunity; rivals: readonly Rival[] }) {
  const { words } = useSpoken();
  const say = words.partner;
  const set = useSetLinks(one.id);
  const [edited, setEdited] = useState<Rival | null>();
  const others = (rival: Rival | null | undefined) => rivals.filter((other) => other !== rival).map(linkOfRival);
  return (
    <Panel
      title={say.competitors}
      count={rivals.length}
      isFlush
      action={
        one.can.edit && (
          <Button look="link" size="small" onPress={() => setEdited(null)}>
            {say.add}
          </Button>
        )
      }
    >
      {rivals.length === 0 && <p className={styles.empty}>{say.noCompetitor}</p>}
      <ul className={styles.list}>
        {rivals.map((rival) => (
          <li key={rival.id} className={styles.row}>
            <div className={styles.said}>
              <span>
                <b>{rival.name}</b> {rival.lostTo && <Pill kind="danger">{say.lostTo}</Pill>}
              </span>
              <RivalFacts rival={rival} />
            </div>
            {one.can.edit && (
              <LinkMenu
                name={rival.name}
                onEdit={() => setEdited(rival)}
                onRemove={() => void set.rivals(others(rival), say.removed(rival))}
              />
            )}
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {edited !== undefined && (
          <RivalDialog
            rival={edited}
            currency={one.currency}
            onSave={(link, name) => set.rivals([...others(edited), link], say.saved({ name }))}
            onClose={() => setEdited(undefined)}
          />
        )}
      </Suspense>
    </Panel>
  );
}

function RivalFacts({ rival }: { rival: Rival }) {
  const { words } = useSpoken();
  const say = words.partner;
  if (!rival.price && !rival.strengths && !rival.weaknesses) return null;
  return (
    <FactsList>
      {rival.price && (
        <Fact label={say.price}>
          <Money amount={rival.price.amount} currency={rival.price.currency} isInline />
        </Fact>
      )}
      {rival.strengths && <Fact label={say.strengths}>{rival.strengths}</Fact>}
      {rival.weaknesses && <Fact label={say.weaknesses}>{rival.weaknesses}</Fact>}
    </FactsList>
  );
}
