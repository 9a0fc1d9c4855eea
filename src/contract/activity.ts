import { z } from "zod";
import { phoneOut } from "#contract/client.ts";
import {
  beside,
  day,
  flag,
  id,
  idParams,
  instant,
  isGiven,
  listQuery,
  optionalText,
  pageOf,
  reference,
  several,
  text,
} from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { ACTIVITY_KINDS } from "#domain/activity/activity.ts";

export const ACTIVITY_SORTS = ["dueOn", "dueTime", "doneAt", "createdAt"] as const;

/** An hour on the agency's wall clock. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "time.invalid" })
  .meta({ example: "14:30" });
export const activityKind = z.enum(ACTIVITY_KINDS);
/** Any offset is understood; it is kept in UTC. */
const moment = z.iso
  .datetime({ offset: true, error: "instant.invalid" })
  .transform((text) => new Date(text).toISOString())
  .meta({ format: "date-time" });

export const activity = z
  .object({
    id,
    kind: activityKind,
    title: z.string(),
    notes: z.string().nullable(),
    status: z.enum(["planned", "done"]),
    dueOn: day,
    dueTime: clockTime.nullable(),
    overdue: z.boolean(),
    remindAt: instant.nullable(),
    durationMinutes: z.int().nullable(),
    doneAt: instant.nullable(),
    doneBy: reference.nullable(),
    outcome: z.string().nullable(),
    assignee: reference.nullable(),
    opportunity: z.object({ id, name: z.string(), number: z.string(), outcome: z.enum(["open", "won", "lost"]) }).nullable(),
    client: reference.nullable(),
    /** Absent (null) without the right to contacts. */
    contact: reference.extend({ phone: phoneOut.nullable(), email: z.string().nullable() }).nullable(),
    can: z.object({ edit: z.boolean(), delete: z.boolean() }),
    createdBy: reference.nullable(),
    createdAt: instant,
    updatedAt: instant,
    version: z.int(),
  })
  .meta({ id: "Activity" });

const fields = {
  kind: activityKind,
  title: text(200),
  notes: optionalText(20_000),
  dueOn: day,
  dueTime: clockTime.nullable(),
  /** The assignee is reminded by mail at this moment, unless it is done by then. */
  remindAt: moment.nullable(),
  durationMinutes: z
    .int()
    .min(1)
    .max(60 * 24 * 31)
    .nullable(),
  assigneeId: id.nullable(),
  opportunityId: id.nullable(),
  clientId: id.nullable(),
  contactId: id.nullable(),
  outcome: optionalText(20_000),
};

/** Planned next in the same change; what it hangs on and who does it are those of the one that is done, unless said. */
const nextActivity = z.object(fields).partial().required({ kind: true, title: true, dueOn: true }).meta({ id: "NextActivity" });

const refusesEdit = ["request.forbidden", "request.notFound", "record.stale", "request.preconditionRequired", "request.invalid"] as const;

export const activityFilters = {
  assigneeId: several(id).optional(),
  opportunityId: several(id).optional(),
  clientId: several(id).optional(),
  contactId: several(id).optional(),
  kind: several(activityKind).optional(),
  status: z.enum(["planned", "done"]).optional(),
  overdue: flag.optional(),
  /** On a client or contact without an opportunity. */
  alone: flag.optional(),
  "dueOn[gte]": day.optional(),
  "dueOn[lte]": day.optional(),
};

export const activityEndpoints = {
  listActivities: endpoint({
    id: "listActivities",
    method: "GET",
    path: "/activities",
    tag: "activities",
    access: "read",
    summary: `Activities you may see. Those of a client include those of its opportunities. Sort by at most two of: ${ACTIVITY_SORTS.join(", ")}; by doneAt only done ones are listed.`,
    query: z.object({ ...listQuery, ...activityFilters, sort: z.string().max(100).default("dueOn,dueTime") }),
    returns: pageOf(activity),
    refuses: ["request.forbidden", "cursor.mismatch", "request.invalid"],
  }),
  showActivity: endpoint({
    id: "showActivity",
    method: "GET",
    path: "/activities/{id}",
    tag: "activities",
    access: "read",
    summary: "One activity.",
    params: idParams,
    returns: activity,
    refuses: ["request.notFound"],
  }),
  createActivity: endpoint({
    id: "createActivity",
    method: "POST",
    path: "/activities",
    tag: "activities",
    access: "write",
    status: 201,
    summary:
      "Plans an activity, or records one that is done. Required: kind, title and what it hangs on: opportunityId, or clientId or contactId alone. With an opportunity the client is the opportunity's. Due today and assigned to you unless said.",
    body: z
      .object({ ...fields, done: z.boolean(), doneAt: moment })
      .partial()
      .required({ kind: true, title: true })
      .refine((body) => isGiven(body, "opportunityId", "clientId", "contactId"), beside("opportunityId", "activity.noOwner"))
      .meta({ id: "NewActivity" }),
    returns: activity,
    refuses: ["request.forbidden", "request.invalid"],
  }),
  editActivity: endpoint({
    id: "editActivity",
    method: "PATCH",
    path: "/activities/{id}",
    tag: "activities",
    access: "write",
    versioned: true,
    summary: "Changes fields of an activity (merge).",
    params: idParams,
    body: z.object(fields).partial().meta({ id: "ActivityChange" }),
    returns: activity,
    refuses: refusesEdit,
  }),
  deleteActivity: endpoint({
    id: "deleteActivity",
    method: "DELETE",
    path: "/activities/{id}",
    tag: "activities",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes an activity; it can be brought back by undo for 30 days.",
    params: idParams,
    refuses: refusesEdit,
  }),
  finishActivity: endpoint({
    id: "finishActivity",
    method: "POST",
    path: "/activities/{id}/done",
    tag: "activities",
    access: "write",
    summary: "Marks an activity as done, with its outcome, and plans the next one in the same change.",
    params: idParams,
    body: z
      .object({
        outcome: optionalText(20_000).optional(),
        doneAt: moment.optional(),
        durationMinutes: fields.durationMinutes.optional(),
        next: nextActivity.optional(),
      })
      .default({}),
    returns: activity.extend({ next: activity.nullable() }).meta({ id: "FinishedActivity" }),
    refuses: ["request.forbidden", "request.notFound", "request.invalid", "activity.done"],
  }),
  reopenActivity: endpoint({
    id: "reopenActivity",
    method: "POST",
    path: "/activities/{id}/reopen",
    tag: "activities",
    access: "write",
    summary: "Makes a done activity planned again; its outcome stays.",
    params: idParams,
    body: z.object({}).default({}),
    returns: activity,
    refuses: ["request.forbidden", "request.notFound", "activity.notDone"],
  }),
  postponeActivities: endpoint({
    id: "postponeActivities",
    method: "POST",
    path: "/activities/postpone",
    tag: "activities",
    access: "write",
    summary:
      "Moves planned activities to another day, as one undoable change. Those you may not change or that are done are left out and counted.",
    body: z.object({ ids: z.array(id).min(1).max(500), dueOn: day }),
    returns: z.object({ changed: z.int(), skipped: z.int() }),
    refuses: ["request.forbidden", "request.invalid"],
  }),
};

export type Activity = z.output<typeof activity>;
