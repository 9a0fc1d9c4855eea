import type { Mention } from "#contract/my-day.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { formatNearDay, formatTime } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import styles from "#web/my-day/my-day.module.css";

const PATHS = { opportunity: "/opportunities", client: "/clients", contact: "/contacts" } as const;

/** Where colleagues mentioned the reader; each leads to the messages it stands among. */
export function MentionsPanel({ mentions }: { readonly mentions: readonly Mention[] }) {
  const { words } = useAllSpoken();
  return (
    <Panel title={words.myDay.mentions} isFlush>
      {mentions.length === 0 && <p className={styles.nothing}>{words.myDay.nobodyMentions}</p>}
      <ul className={styles.list}>
        {mentions.map((one) => (
          <MentionRow key={one.id} one={one} />
        ))}
      </ul>
    </Panel>
  );
}

function MentionRow({ one }: { readonly one: Mention }) {
  const { locale, today, timeZone } = useSurroundings();
  const day = dayInZone(one.at, timeZone);
  const time = formatTime(one.at, locale, timeZone);
  const when = day === today ? time : `${formatNearDay(day, today, locale)}, ${time}`;
  return (
    <li className={styles.mention} data-row={one.id} {...(one.record.type === "opportunity" ? { "data-opportunity": one.record.id } : {})}>
      <Avatar name={one.author.name} size={28} isDecorative />
      <div className={styles.said}>
        <p>
          <b>{one.author.name}</b>{" "}
          <time dateTime={one.at} className={styles.quiet}>
            {when}
          </time>
        </p>
        <p className={styles.text}>{one.text}</p>
        <Link href={`${PATHS[one.record.type]}/${one.record.id}?tab=messages`} look="quiet" className={styles.record}>
          {one.record.name}
        </Link>
      </div>
    </li>
  );
}
