import { useQuery } from "@tanstack/react-query";
import { dayInZone } from "#domain/shared/zone.ts";
import { ask } from "#web/api/api.ts";
import { useSpoken } from "#web/app/words.ts";
import { formatNearDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { EventItem } from "#web/timeline/event-item.tsx";
import type { RecordPlace } from "#web/timeline/record-tabs.tsx";
import { eventsOf, type TimelineEvent } from "#web/timeline/timeline-event.ts";
import { TIMELINES } from "#web/timeline/timelines.ts";
import styles from "#web/timeline/timeline.module.css";

const ASKED = 10;
const SHOWN = 4;

/** What happened last with a record; its whole timeline is a link away. */
export function LastEvents({ owner, id }: RecordPlace) {
  const { words } = useSpoken();
  const { timeZone } = useSurroundings();
  const { data } = useQuery({
    queryKey: [owner, "timeline", id, "last"],
    queryFn: ({ signal }) => ask(TIMELINES[owner], { params: { id }, query: { limit: ASKED } }, { signal }),
  });
  const facts = data?.data ?? [];
  const events = eventsOf(facts).slice(0, SHOWN);
  if (events.length === 0) return null;
  const days = Map.groupBy(events, (event) => dayInZone(event.at, timeZone));
  const href = `/${owner}/${id}?tab=timeline`;
  return (
    <Panel title={words.timeline.last} level={3} action={<Link href={href}>{words.opportunity.tab.timeline}</Link>}>
      {[...days].map(([day, told]) => (
        <DayOf key={day} day={day} events={told} about={id} href={href} />
      ))}
    </Panel>
  );
}

type DayProps = { readonly day: string; readonly events: readonly TimelineEvent[]; readonly about: string; readonly href: string };

function DayOf({ day, events, about, href }: DayProps) {
  const { locale } = useSpoken();
  const { today, navigate } = useSurroundings();
  return (
    <section>
      <h4 className={styles.near}>{formatNearDay(day, today, locale)}</h4>
      <ol className={styles.events}>
        {events.map((event) => (
          <EventItem
            key={event.id}
            event={event}
            facts={events}
            about={about}
            isToday={false}
            onField={(field) => navigate(`${href}&field=${field}`)}
          />
        ))}
      </ol>
    </section>
  );
}
