/**
 * What a colleague is told of, in the bell or by mail: what was addressed to them, given to them, taken from them, or done
 * for them after they left. Nobody is told of what they did themselves.
 */
import type { FactFields, FactKind } from "#domain/shared/fact.ts";

export const NOTIFICATION_KINDS = ["mention", "reply", "assigned", "reminder", "given", "taken", "won", "finished"] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Where one is told: in the bell, by mail, both, or not at all. */
export type Ways = { readonly inApp: boolean; readonly byMail: boolean };

const BOTH: Ways = { inApp: true, byMail: true };
const BELL: Ways = { inApp: true, byMail: false };

/** Mail is for what asks something of the person. */
export const DEFAULT_WAYS: Readonly<Record<NotificationKind, Ways>> = {
  mention: BOTH,
  reply: BELL,
  assigned: BOTH,
  reminder: BOTH,
  given: BOTH,
  taken: BELL,
  won: BELL,
  finished: BELL,
};

/** More of one kind to one person in one change are told as a number. */
export const TOLD_ONE_BY_ONE = 5;

type About = { readonly type: string; readonly id: string; readonly name: string };
export type Notice = {
  readonly kind: NotificationKind;
  readonly recipientId: string;
  readonly record: About | null;
  readonly count: number;
};

/** A fact as far as this rule asks of it. */
export type HeardFact = {
  readonly kind: FactKind;
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly fields: FactFields;
};

/** Who is told of one fact, as far as the fact itself says so. */
export function noticesOf(fact: HeardFact, actorId: string): Notice[] {
  const record = { type: fact.type, id: fact.id, name: fact.name };
  const told = (kind: NotificationKind, recipient: unknown): Notice[] =>
    typeof recipient === "string" && recipient !== actorId ? [{ kind, recipientId: recipient, record, count: 1 }] : [];
  const { manager_id, assignee_id } = fact.fields;
  if (fact.type === "opportunity" && manager_id) return [...told("given", manager_id.to), ...told("taken", manager_id.from)];
  // What is recorded as done asks nothing of anybody.
  if (fact.type === "activity" && assignee_id && !isFilled(fact.fields["done_at"]?.to) && fact.kind !== "activity.deleted")
    return told("assigned", assignee_id.to);
  return [];
}

const isFilled = (value: unknown): boolean => value !== null && value !== undefined;

/** Somebody wrote, or wrote anew: who is mentioned stands in the text. */
export function isWriting({ kind, fields }: HeardFact): boolean {
  return (kind === "message.created" || kind === "message.edited") && fields["body"] !== undefined;
}

/** Many of one kind to one person become one that says how many. */
export function foldNotices(notices: readonly Notice[]): Notice[] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const key = `${notice.recipientId} ${notice.kind}`;
    const group = groups.get(key);
    if (group) group.push(notice);
    else groups.set(key, [notice]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const count = group.reduce((sum, one) => sum + one.count, 0);
    return first === undefined || count <= TOLD_ONE_BY_ONE ? group : [{ ...first, record: null, count }];
  });
}

/** Where a notification leads; nowhere when what it tells of is no longer to be seen. */
export type NotificationTarget = { readonly type: "opportunity" | "client" | "contact" | "import" | "job" | "given"; readonly id: string };
const PLACES = { opportunity: "/opportunities/", client: "/clients/", contact: "/contacts/", import: "/imports/" } as const;

export type NotificationPlace = {
  readonly part?: "messages" | "activities" | null;
  /** Whose rows a change of many changed. */
  readonly list?: "opportunities" | "clients" | "contacts" | null;
};

export function pathOfNotification(target: NotificationTarget, { part = null, list = null }: NotificationPlace = {}): string {
  if (target.type === "job") return list === null || list === "opportunities" ? "/opportunities/list" : `/${list}`;
  if (target.type === "given") return `/opportunities/list?managerId=${target.id}`;
  return `${PLACES[target.type]}${target.id}${part === null ? "" : `?tab=${part}`}`;
}
