import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { dayInZone } from "#domain/shared/zone.ts";
import { addDays, type Day } from "#domain/shared/day.ts";
import { ask } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMay, useMe } from "#web/app/me.ts";
import { useSettled } from "#web/app/use-settled.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Composer } from "#web/message/composer.tsx";
import { useMessageActs } from "#web/message/use-messages.ts";
import { TimelineBar, useTimelineFilter } from "#web/timeline/timeline-filter.tsx";
import { FreshButton, useFresh } from "#web/timeline/fresh-events.tsx";
import { EventItem } from "#web/timeline/event-item.tsx";
import { eventsOf, type Fact } from "#web/timeline/timeline-event.ts";
import { TIMELINES } from "#web/timeline/timelines.ts";
import styles from "#web/timeline/timeline.module.css";

type TimelineProps = {
  readonly owner: "opportunities" | "clients" | "contacts";
  readonly id: string;
  /** Notes a call that was made. */
  readonly onCall?: () => void;
};

/** Who changed, did and wrote what, when: the newest day first. A note to the team is written above it. */
export function Timeline({ owner, id, onCall }: TimelineProps) {
  const { words } = useSpoken();
  const mayRead = useMay("activities", "read");
  const mayWrite = useMay("activities", "write");
  const { filter, set } = useTimelineFilter();
  const [q, setQ] = useState("");
  const settled = useSettled(q);
  const messages = useMessageActs();
  const query = { ...filter, ...(settled === "" ? {} : { q: settled }) };
  const facts = useInfiniteQuery({
    queryKey: [owner, "timeline", id, query],
    queryFn: ({ pageParam }) =>
      ask(TIMELINES[owner], { params: { id }, query: pageParam === "" ? query : { ...query, cursor: pageParam } }),
    initialPageParam: "",
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: (before) => before,
  });
  const isFiltered = Object.keys(query).length > 0;
  return (
    <>
      {mayWrite && (
        <Composer place={{ owner, id }} onSend={(body) => messages.write({ owner, id }, body)} {...(onCall ? { onCall } : {})} hasKey />
      )}
      <TimelineBar filter={filter} set={set} q={q} onSearch={setQ} hasParts={mayRead} hasDocuments={owner !== "contacts"} />
      <Loaded query={facts} label={words.timeline.loading}>
        {({ pages }) => (
          <div onKeyDown={walk}>
            <Days
              key={`${JSON.stringify(query)} ${facts.isPlaceholderData}`}
              facts={pages.flatMap((page) => page.data)}
              about={id}
              empty={isFiltered ? words.timeline.noMatch : words.timeline.empty}
              onField={(field) => set({ field })}
            />
            {facts.hasNextPage && <Earlier load={() => void facts.fetchNextPage()} isPending={facts.isFetchingNextPage} n={pages.length} />}
          </div>
        )}
      </Loaded>
    </>
  );
}

/** The next fifty, when the end comes into sight or by the button. */
function Earlier({ load, isPending, n }: { load: () => void; isPending: boolean; n: number }) {
  const { words } = useSpoken();
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    if (!end.current) return undefined;
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && latest.current());
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [n]);
  return (
    <div ref={end}>
      <Button onPress={load} isPending={isPending}>
        {words.timeline.more}
      </Button>
    </div>
  );
}

type DaysProps = {
  readonly facts: readonly Fact[];
  readonly about: string;
  readonly empty: string;
  readonly onField: (field: string) => void;
};

function Days({ facts, about, empty, onField }: DaysProps) {
  const { words } = useSpoken();
  const zone = useMe().workspace.timezone;
  const { today } = useSurroundings();
  const { shown, waiting, show } = useFresh(facts);
  const days = Map.groupBy(eventsOf(shown), (event) => dayInZone(event.at, zone));
  return (
    <>
      <FreshButton n={waiting} onShow={show} />
      {shown.length === 0 && <p className={styles.empty}>{empty}</p>}
      {[...days].map(([day, events]) => (
        <section key={day} className={styles.day}>
          <h2 className={styles.date}>
            <DayName day={day} /> {events.length > 1 && <span className={styles.quiet}>{words.timeline.events({ n: events.length })}</span>}
          </h2>
          <ol className={styles.events}>
            {events.map((event) => (
              <EventItem key={event.id} event={event} facts={facts} about={about} isToday={day === today} onField={onField} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** "Aujourd'hui mardi 24 novembre"; the year only when it is another one. */
function DayName({ day }: { day: Day }) {
  const { words } = useSpoken();
  const { locale, today } = useSurroundings();
  const written = formatDay(day, locale, day.slice(0, 4) === today.slice(0, 4) ? "longDay" : "full");
  const near = day === today ? words.timeline.today : day === addDays(today, -1) ? words.timeline.yesterday : undefined;
  if (near === undefined) return <span className={styles.name}>{written}</span>;
  return (
    <>
      {near} <span className={styles.quiet}>{written}</span>
    </>
  );
}

/** J and K go from event to event once the timeline has the focus. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { j: 1, k: -1 }[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-event]")];
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
