import { lazy, Suspense, useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { LinkMenu } from "#web/partner/link-menu.tsx";
import { linkOfPartner, usePartners, useSetLinks, type Partner } from "#web/partner/use-partners.ts";
import styles from "#web/partner/partner.module.css";

const PartnerDialog = lazy(async () => ({ default: (await import("#web/partner/partner-dialog.tsx")).PartnerDialog }));

/** Who supplies or supports the sale. */
export function PartnersPanel({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const query = usePartners(one.id);
  return (
    <Loaded query={query} label={words.partner.loading} frame={<Block height={160} />}>
      {({ data }) => <List one={one} partners={data} />}
    </Loaded>
  );
}

function List({ one, partners }: { one: Opportunity; partners: readonly Partner[] }) {
  const { words } = useSpoken();
  const say = words.partner;
  const set = useSetLinks(one.id);
  /** null: a new one. */
  const [edited, setEdited] = useState<Partner | null>();
  const others = (partner: Partner | null | undefined) => partners.filter((other) => other !== partner).map(linkOfPartner);
  return (
    <Panel
      title={say.partners}
      count={partners.length}
      isFlush
      action={
        one.can.edit && (
          <Button look="link" size="small" onPress={() => setEdited(null)}>
            {say.add}
          </Button>
        )
      }
    >
      {partners.length === 0 && <p className={styles.empty}>{say.noPartner}</p>}
      <ul className={styles.list}>
        {partners.map((partner) => (
          <li key={partner.id} className={styles.row}>
            <div className={styles.said}>
              <span>
                <b>{partner.record.name}</b> {partner.role && <Pill>{say.roles[partner.role]}</Pill>}{" "}
                <span className={styles.quiet}>{say.kind[partner.kind]}</span>
              </span>
              {partner.note && <p className={styles.note}>{partner.note}</p>}
            </div>
            {one.can.edit && (
              <LinkMenu
                name={partner.record.name}
                onEdit={() => setEdited(partner)}
                onRemove={() => void set.partners(others(partner), say.removed({ name: partner.record.name }))}
              />
            )}
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {edited !== undefined && (
          <PartnerDialog
            partner={edited}
            onSave={(link, name) => set.partners([...others(edited), link], say.saved({ name }))}
            onClose={() => setEdited(undefined)}
          />
        )}
      </Suspense>
    </Panel>
  );
}
