import {
  CalendarCheck,
  Calculator,
  ChevronDown,
  ChevronUp,
  FileInput,
  FileText,
  Flag,
  MessageSquare,
  Pencil,
  Plus,
  RotateCcw,
  Trash2,
  Trophy,
  Users,
  X,
  type LucideIcon,
} from "lucide-react";
import { useState } from "react";
import { ACTIVITY_ICONS } from "#web/activity/activity-icon.tsx";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { formatTime } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { TakeBack } from "#web/timeline/take-back.tsx";
import { EventFields } from "#web/timeline/event-fields.tsx";
import { ActivityWords, DocumentWords, EventThing } from "#web/timeline/event-thing.tsx";
import { fieldName } from "#web/timeline/field-name.ts";
import { StageMove } from "#web/timeline/stage-move.tsx";
import { tagSentence } from "#web/timeline/tag-change.ts";
import { daysAtStage, type Fact, type FactField, type TimelineEvent } from "#web/timeline/timeline-event.ts";
import type { FirstWords } from "#words/en-first.ts";
import styles from "#web/timeline/timeline.module.css";

const ICONS: Readonly<Record<string, LucideIcon>> = {
  created: Plus,
  added: Plus,
  removed: Trash2,
  moved: Flag,
  won: Trophy,
  lost: X,
  reopened: RotateCcw,
  deleted: Trash2,
  restored: RotateCcw,
  contacts: Users,
  clients: Users,
  imported: FileInput,
};
/** Shown in a sentence of their own. */
const MOVE_FIELDS = new Set(["stageId", "pipelineId", "probabilityPercent"]);
/** Of a new record: said by the sentence, or by the place it stands in. */
const UNSAID = new Set(["outcome", "rate", "name"]);
const FEW = 4;
const NAMED = 3;

type EventProps = {
  readonly event: TimelineEvent;
  readonly facts: readonly Fact[];
  readonly about: string;
  readonly isToday: boolean;
  readonly onField: (field: string) => void;
};

/** One thing that happened: when, who, what, and the values before and after. */
export function EventItem({ event, facts, about, isToday, onField }: EventProps) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const zone = useMe().workspace.timezone;
  const verb = event.kind.split(".")[1] ?? event.kind;
  const hasActivity = event.record.type === "activity" && verb !== "deleted";
  const isMove = verb !== "created" && event.fields.some((field) => field.field === "stageId");
  const told = toldFields(event, words, isMove);
  const tags = verb === "edited" ? tagSentence(told, words) : undefined;
  const fields = tags === undefined ? told : [];
  const [isOpen, setIsOpen] = useState(!isNewRecord(event) && (fields.length <= 1 || (isToday && fields.length <= FEW)));
  return (
    <li className={styles.event} data-undone={event.undone !== null || undefined} data-event tabIndex={-1}>
      <time className={styles.time} dateTime={event.at}>
        {formatTime(event.at, locale, zone)}
      </time>
      <span className={styles.stop} aria-hidden>
        <Icon of={iconOf(event, verb)} size={14} />
      </span>
      <div className={styles.said}>
        <p className={styles.what}>
          <b>{event.actor.name}</b> {tags ?? sentenceOf(event, fields.length, words)}
          {hasActivity && <ActivityWords event={event} />}
          {event.record.type === "document" && <DocumentWords event={event} />}
          <OtherRecord event={event} about={about} />
          {event.origin === "undo" && ` ${words.timeline.undoing}`}
          {event.undone && <span className={styles.note}> {words.timeline.undone(event.undone)}</span>}
          {fields.length > 1 && <Fold recordType={event.record.type} fields={fields} isOpen={isOpen} onChange={setIsOpen} />}
        </p>
        {isMove && <StageMove event={event} days={daysAtStage(event, facts)} />}
        {isOpen && fields.length > 0 && (
          <EventFields event={event} recordType={event.record.type} fields={fields} isNew={isNewRecord(event)} onField={onField} />
        )}
        <EventThing event={event} />
        {event.canUndo && event.alone && event.origin !== "undo" && <TakeBack event={event} />}
      </div>
    </li>
  );
}

const PAGES: Readonly<Record<string, string>> = { opportunity: "/opportunities", client: "/clients", contact: "/contacts" };

/** On the page of a client or a person: what it was that changed, when it was not they; of an activity or a message, its opportunity. */
function OtherRecord({ event, about }: { event: TimelineEvent; about: string }) {
  const { record } = event;
  const isInner = record.type === "activity" || record.type === "message" || record.type === "document";
  const on = (event.activity ?? event.message ?? event.document)?.opportunity;
  const other = isInner
    ? on && { type: "opportunity", ...on }
    : record.type === "productLine" || record.type === "quote"
      ? undefined
      : record;
  if (!other || other.id === about || other.name === "") return null;
  const page = PAGES[other.type];
  return <> · {page === undefined ? other.name : <Link href={`${page}/${other.id}`}>{other.name}</Link>}</>;
}

type FoldProps = {
  readonly recordType: string;
  readonly fields: readonly FactField[];
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
};

/** Says which fields when folded. */
function Fold({ recordType, fields, isOpen, onChange }: FoldProps) {
  const { words } = useSpoken();
  const named = fields.slice(0, NAMED).map((field) => field.label ?? fieldName(field.field, words, recordType));
  return (
    <>
      {!isOpen && (
        <span className={styles.quiet}>
          {" "}
          {named.join(", ")}
          {fields.length > NAMED && "…"}
        </span>
      )}{" "}
      <button type="button" className={styles.unfold} aria-expanded={isOpen} onClick={() => onChange(!isOpen)}>
        {isOpen ? words.timeline.fold : words.timeline.unfold} <Icon of={isOpen ? ChevronUp : ChevronDown} size={14} />
      </button>
    </>
  );
}

/** What has a name; of a new record only what was filled. An activity or a message tells itself, but for its changes. */
function toldFields(event: TimelineEvent, words: FirstWords, isMove: boolean): FactField[] {
  if (event.record.type === "document" && event.kind !== "document.renamed") return [];
  if (event.record.type === "message" || (event.record.type === "activity" && event.kind !== "activity.edited")) return [];
  const named = event.fields.filter(
    (field) => (field.label ?? fieldName(field.field, words, event.record.type)) !== undefined && !(isMove && MOVE_FIELDS.has(field.field)),
  );
  return isNewRecord(event) ? named.filter(({ field, to }) => isFilled(to) && !UNSAID.has(field)) : named;
}

function isNewRecord(event: TimelineEvent): boolean {
  return event.kind.endsWith(".created") || event.kind.endsWith(".added");
}

function isFilled(value: unknown): boolean {
  if (typeof value === "object" && value !== null && "amount" in value) return /[1-9]/.test(String(value.amount));
  return (
    value !== null && value !== undefined && value !== "" && value !== false && value !== 0 && !(Array.isArray(value) && value.length === 0)
  );
}

function sentenceOf(event: TimelineEvent, count: number, words: FirstWords): string {
  const verb = event.kind.split(".")[1] ?? event.kind;
  const { timeline } = words;
  if (event.record.type === "activity") return `${(timeline.activity as Readonly<Record<string, string>>)[verb] ?? timeline.fallback} `;
  if (event.record.type === "message") return (timeline.message as Readonly<Record<string, string>>)[verb] ?? timeline.fallback;
  if (event.record.type === "document") return `${(timeline.document as Readonly<Record<string, string>>)[verb] ?? timeline.fallback} `;
  if (event.record.type === "quote")
    return `${(timeline.quote as Readonly<Record<string, string>>)[verb] ?? timeline.fallback} ${event.record.name} `;
  if (event.record.type === "productLine" && isLineVerb(verb)) return words.product.told[verb](event.record);
  if (verb === "edited" && count > 1) return timeline.edited({ n: count });
  const known: Readonly<Record<string, string>> = timeline.kind;
  return known[verb] ?? timeline.fallback;
}

function iconOf({ record, activity }: TimelineEvent, verb: string): LucideIcon {
  if (record.type === "message") return MessageSquare;
  if (record.type === "document") return FileText;
  if (record.type === "quote") return Calculator;
  if (record.type === "activity") return activity ? ACTIVITY_ICONS[activity.kind] : CalendarCheck;
  return ICONS[verb] ?? Pencil;
}

function isLineVerb(verb: string): verb is "added" | "edited" | "removed" {
  return verb === "added" || verb === "edited" || verb === "removed";
}
