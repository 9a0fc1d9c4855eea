import { Eye, EyeOff } from "lucide-react";
import type { User } from "#contract/user.ts";
import type { Right } from "#domain/shared/actor.ts";
import { useAllWords } from "#web/app/words.ts";
import { Icon } from "#web/kit/icon.tsx";
import { Panel } from "#web/kit/panel.tsx";
import type { Words } from "#words/en.ts";
import { useCounted } from "#web/people/use-users.ts";
import styles from "#web/people/user-page.module.css";

/** The effective rights, a sentence each; follows every change at once. */
export function SeesPanel({ user }: { user: User }) {
  const { sees } = useAllWords().people;
  const counted = useCounted(user).data;
  const [first = user.name] = user.name.split(" ");
  return (
    <Panel title={sees.title({ name: first })}>
      <ul className={styles.sees} aria-live="polite">
        {sentencesOf({ ...user, openSeen: counted?.openSeen ?? null }, sees).map(({ isSeen, text }) => (
          <li key={text}>
            <Icon of={isSeen ? Eye : EyeOff} />
            {text}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Sentence = { readonly isSeen: boolean; readonly text: string };

function sentencesOf({ rights, active, openSeen, openOpportunities }: User, sees: Words["people"]["sees"]): Sentence[] {
  if (!active) return [{ isSeen: false, text: sees.inactive }];
  const said = (right: Right, some: string, none: string): Sentence =>
    right === "none" ? { isSeen: false, text: none } : { isSeen: true, text: `${some} ${sees.may[right]}` };
  const yesNo = (isSeen: boolean, yes: string, no: string): Sentence => ({ isSeen, text: isSeen ? yes : no });
  const opportunities = said(rights.opportunities, sees.opportunities[rights.scope], sees.opportunities.none);
  const open = openSeen === null || !opportunities.isSeen ? "" : ` ${sees.open({ count: openSeen, own: openOpportunities })}`;
  return [
    { ...opportunities, text: opportunities.text + open },
    said(rights.clients, sees.clients, sees.noClients),
    said(rights.contacts, sees.contacts, sees.noContacts),
    yesNo(rights.costs, sees.costs, sees.noCosts),
    yesNo(rights.export, sees.export, sees.noExport),
    { isSeen: rights.settings !== "none", text: sees.settings[rights.settings] },
    ...(rights.users ? [{ isSeen: true, text: sees.users }] : []),
  ];
}
