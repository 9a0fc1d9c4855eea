import { useInfiniteQuery } from "@tanstack/react-query";
import { dayInZone } from "#domain/shared/zone.ts";
import { addDays, type Day } from "#domain/shared/day.ts";
import { ask, type Answer } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Arrow } from "#web/kit/date-range.tsx";
import { formatDay, formatTime } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { fieldName } from "#web/timeline/field-name.ts";
import { valueText } from "#web/timeline/value-text.ts";
import type { Words } from "#words/en.ts";
import styles from "#web/timeline/timeline.module.css";

type Fact = Answer<"showOpportunityTimeline">["data"][number];
type TimelineProps = { readonly owner: "opportunities" | "clients" | "contacts"; readonly id: string };

const QUESTIONS = { opportunities: "showOpportunityTimeline", clients: "showClientTimeline", contacts: "showContactTimeline" } as const;

/** Who changed what, when, from and to: the newest day first. */
export function Timeline({ owner, id }: TimelineProps) {
  const { words } = useSpoken();
  const facts = useInfiniteQuery({
    queryKey: [owner, "timeline", id],
    queryFn: ({ pageParam }) => ask(QUESTIONS[owner], { params: { id }, query: pageParam === "" ? {} : { cursor: pageParam } }),
    initialPageParam: "",
    getNextPageParam: (last) => last.page.nextCursor,
  });
  return (
    <Loaded query={facts} label={words.timeline.loading}>
      {({ pages }) => (
        <>
          <Days facts={pages.flatMap((page) => page.data)} />
          {facts.hasNextPage && (
            <Button onPress={() => void facts.fetchNextPage()} isPending={facts.isFetchingNextPage}>
              {words.timeline.more}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

function Days({ facts }: { facts: readonly Fact[] }) {
  const { words } = useSpoken();
  const zone = useMe().workspace.timezone;
  if (facts.length === 0) return <p className={styles.empty}>{words.timeline.empty}</p>;
  const days = Map.groupBy(facts, (fact) => dayInZone(fact.at, zone));
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={styles.day}>
      <h2 className={styles.date}>
        <DayName day={day} />
      </h2>
      <ol className={styles.events}>
        {ofDay.map((fact) => (
          <Event key={fact.id} fact={fact} />
        ))}
      </ol>
    </section>
  ));
}

function DayName({ day }: { day: Day }) {
  const { words } = useSpoken();
  const { locale, today } = useSurroundings();
  const written = formatDay(day, locale, "full");
  if (day === today) return words.timeline.today({ day: written });
  return day === addDays(today, -1) ? words.timeline.yesterday({ day: written }) : written;
}

function Event({ fact }: { fact: Fact }) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const zone = useMe().workspace.timezone;
  return (
    <li className={styles.event} data-undone={fact.undone !== null || undefined}>
      <time className={styles.time} dateTime={fact.at}>
        {formatTime(fact.at, locale, zone)}
      </time>
      <span className={styles.stop} aria-hidden />
      <div className={styles.said}>
        <p className={styles.what}>
          <b>{fact.actor.name}</b> {sentence(fact.kind, words)}
          {fact.undone && <span className={styles.note}> {words.timeline.undone(fact.undone)}</span>}
        </p>
        <dl className={styles.fields}>
          {fact.fields.map((field) => (
            <Change key={field.field} field={field} />
          ))}
        </dl>
      </div>
    </li>
  );
}

function Change({ field }: { field: Fact["fields"][number] }) {
  const { words, locale } = useSpoken();
  const name = fieldName(field.field, words);
  if (name === undefined) return null;
  return (
    <div className={styles.change}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.from}>{valueText(field, "from", words, locale)}</span>
        <Arrow />
        <b>{valueText(field, "to", words, locale)}</b>
      </dd>
    </div>
  );
}

function sentence(kind: string, words: Words): string {
  const verb = kind.split(".")[1] ?? kind;
  const known: Readonly<Record<string, string>> = words.timeline.kind;
  return known[verb] ?? words.timeline.fallback;
}
