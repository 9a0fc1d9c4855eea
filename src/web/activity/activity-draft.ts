import type { Activity } from "#contract/activity.ts";
import type { ActivityKind } from "#domain/activity/activity.ts";
import type { Day } from "#domain/shared/day.ts";
import { parseTime, remindInstant, type Remind } from "#web/activity/activity-time.ts";
import type { ActivityEdit, NewActivity } from "#web/activity/use-activities.ts";
import { isSame, valueIn } from "#web/app/write-over.ts";
import type { Option } from "#web/kit/option.ts";

/** What a new activity hangs on; a dialog without it asks for an opportunity. */
export type Owner = {
  readonly opportunityId?: string | null;
  readonly clientId?: string | null;
  readonly contactId?: string | null;
};

/** plan: to be done · log: done already · edit: one that exists */
export type Doing =
  | { readonly kind: "plan"; readonly owner: Owner; readonly like?: Activity; readonly title?: string }
  | { readonly kind: "log"; readonly owner: Owner; readonly as?: ActivityKind }
  | { readonly kind: "edit"; readonly one: Activity };

export type Draft = {
  readonly kind: ActivityKind;
  readonly title: string;
  readonly dueOn: Day | null;
  readonly time: string;
  readonly assigneeId: string | null;
  readonly opportunity: Option | null;
  readonly contact: Option | null;
  readonly remind: Remind;
  readonly minutes: number | null;
  readonly notes: string;
  readonly outcome: string;
  readonly waits: boolean;
};

const optionOf = (named: { id: string; name: string } | null | undefined): Option | null =>
  named ? { id: named.id, label: named.name } : null;

export function draftOf(doing: Doing, now: { readonly today: Day; readonly me: string }): Draft {
  if (doing.kind === "edit") {
    const { one } = doing;
    return {
      kind: one.kind,
      title: one.title,
      dueOn: one.dueOn,
      time: one.dueTime ?? "",
      assigneeId: one.assignee?.id ?? null,
      opportunity: optionOf(one.opportunity),
      contact: optionOf(one.contact),
      remind: one.remindAt === null ? "none" : "keep",
      minutes: one.durationMinutes,
      notes: one.notes ?? "",
      outcome: one.outcome ?? "",
      waits: false,
    };
  }
  const like = doing.kind === "plan" ? doing.like : undefined;
  return {
    kind: doing.kind === "log" ? (doing.as ?? "call") : "call",
    title: (doing.kind === "plan" && doing.title) || "",
    dueOn: now.today,
    time: "",
    assigneeId: like?.assignee?.id ?? now.me,
    opportunity: optionOf(like?.opportunity),
    contact: optionOf(like?.contact),
    remind: "none",
    minutes: null,
    notes: "",
    outcome: "",
    waits: false,
  };
}

export type DraftProblems = { readonly title: boolean; readonly time: boolean; readonly owner: boolean };

/** The owner is asked only where nothing is given by the place. */
export function problemsIn(draft: Draft, doing: Doing): DraftProblems {
  const isPlaced = doing.kind === "edit" || Object.values(doing.owner).some(Boolean);
  return {
    title: draft.title.trim() === "",
    time: parseTime(draft.time) === undefined,
    owner: !isPlaced && draft.opportunity === null,
  };
}

/** Of one that exists only what was changed is sent: what another changes meanwhile stands, and a contact may not be seen. */
export function changeOf(draft: Draft, one: Activity, zone: string): ActivityEdit {
  const body = bodyOf(draft, { kind: "edit", one }, zone);
  return Object.fromEntries(Object.entries(body).filter(([field, value]) => !isSame(value, valueIn(one, field))));
}

/** As it is sent. */
export function bodyOf(draft: Draft, doing: Doing, zone: string): NewActivity {
  const dueTime = parseTime(draft.time) ?? null;
  const common = {
    kind: draft.kind,
    title: draft.title.trim(),
    notes: draft.notes.trim() || null,
    durationMinutes: draft.minutes,
  };
  const planned = {
    ...(draft.dueOn === null ? {} : { dueOn: draft.dueOn }),
    dueTime,
    assigneeId: draft.assigneeId,
    ...(draft.remind === "keep" || draft.dueOn === null
      ? {}
      : { remindAt: remindInstant(draft.remind, { day: draft.dueOn, time: dueTime }, zone) }),
  };
  if (doing.kind === "edit") {
    const { one } = doing;
    const outcome = one.status === "done" ? { outcome: draft.outcome.trim() || null } : {};
    return { ...common, ...planned, ...outcome, contactId: draft.contact?.id ?? null };
  }
  const owner = { ...doing.owner, ...(draft.opportunity ? { opportunityId: draft.opportunity.id } : {}) };
  const contact = draft.contact ? { contactId: draft.contact.id } : {};
  if (doing.kind === "log") return { ...common, ...owner, ...contact, done: true, outcome: draft.outcome.trim() || null };
  return { ...common, ...planned, ...owner, ...contact };
}
