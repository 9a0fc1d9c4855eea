import { DuePill } from "#web/activity/activity-pill.tsx";
import { useSpoken } from "#web/app/words.ts";
import { Link } from "#web/kit/link.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { MessageText } from "#web/message/message-item.tsx";
import type { TimelineEvent } from "#web/timeline/timeline-event.ts";
import styles from "#web/timeline/timeline.module.css";

/** What an activity or a message says, under the sentence that tells it. */
export function EventThing({ event }: { event: TimelineEvent }) {
  const { activity, message } = event;
  if (message && event.kind === "message.created") {
    return (
      <div className={styles.message}>
        <MessageText body={message.body} />
      </div>
    );
  }
  if (activity && event.kind === "activity.done") return activity.outcome && <p className={styles.outcome}>{activity.outcome}</p>;
  return null;
}

/** "Appel avec Hélène Ferrand, 12 min", and whether it is done or when it is due. */
export function ActivityWords({ event }: { event: TimelineEvent }) {
  const { words } = useSpoken();
  const { activity } = event;
  if (!activity) return event.record.name;
  const parts = [
    words.activity.kind[activity.kind],
    activity.contact ? words.timeline.withWhom(activity.contact) : "",
    activity.durationMinutes === null ? "" : `(${words.activity.minutes({ n: activity.durationMinutes })})`,
  ];
  return (
    <>
      <b>{activity.title}</b> <span className={styles.quiet}>{parts.filter((part) => part !== "").join(" ")}</span>{" "}
      {activity.status === "done" ? <Pill kind="success">{words.timeline.done}</Pill> : <DuePill due={activity} />}
    </>
  );
}

/** The name it had then; it leads to the documents as long as it is there. */
export function DocumentWords({ event }: { event: TimelineEvent }) {
  const { document, record } = event;
  if (!document) return <b>{record.name}</b>;
  return (
    <Link look="name" href={`/opportunities/${document.opportunity.id}?tab=documents`}>
      {record.name}
    </Link>
  );
}
