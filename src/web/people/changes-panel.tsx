import { useQuery } from "@tanstack/react-query";
import { ask, type Answer } from "#web/api/api.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { formatInstant } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { describeFact } from "#web/people/describe-fact.ts";
import styles from "#web/people/user-page.module.css";

const SHOWN = 3;
type Fact = Answer<"listFacts">["data"][number];

/** The last changes of this user in the audit. */
export function ChangesPanel({ userId }: { userId: string }) {
  const { user: say } = useAllSpoken().words.people;
  const { data } = useQuery({
    queryKey: ["facts", "user.edited"],
    queryFn: () => ask("listFacts", { query: { kind: "user.edited", limit: 200 } }),
  });
  if (!data) return null;
  const facts = data.data.filter((fact) => fact.record.id === userId).slice(0, SHOWN);
  return (
    <Panel title={say.changes}>
      {facts.length === 0 ? <p className={styles.hint}>{say.noChanges}</p> : null}
      <ul className={styles.changes}>
        {facts.map((fact) => (
          <ChangeRow key={fact.id} fact={fact} />
        ))}
      </ul>
    </Panel>
  );
}

function ChangeRow({ fact }: { fact: Fact }) {
  const { locale, words } = useAllSpoken();
  const { timeZone } = useSurroundings();
  return (
    <li>
      {describeFact(fact, words.people).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className={styles.hint}>
        {fact.actor.name}, {formatInstant(fact.at, locale, timeZone)}
      </p>
    </li>
  );
}
