import { z } from "zod";
import { flag, id, idParams, instant, reference } from "#contract/common.ts";
import { bulkList } from "#contract/job.ts";
import { endpoint } from "#contract/endpoint.ts";
import { NOTIFICATION_KINDS } from "#domain/notification/notification.ts";

export const notification = z
  .object({
    id,
    kind: z.enum(NOTIFICATION_KINDS),
    at: instant,
    readAt: instant.nullable(),
    /** Who did it; null when a clock or a job says so. */
    actor: reference.nullable(),
    /** More than one when many were given or taken at once: then no record is named. */
    count: z.int(),
    /** What it is about, as it is called now. */
    name: z.string(),
    /** The beginning of the message, or the title of the activity. */
    text: z.string().nullable(),
    /** What background work came to. */
    work: z
      .object({
        kind: z.enum(["bulk", "undo", "import"]),
        /** Of a change of many: what was changed. */
        list: bulkList.nullable(),
        state: z.enum(["done", "failed", "cancelled"]),
        changed: z.int().nullable(),
        skipped: z.int().nullable(),
      })
      .nullable(),
    /** Where it leads in the web; null when that is no longer yours to see. */
    path: z.string().nullable(),
  })
  .meta({ id: "Notification" });

const ways = z.object({ inApp: z.boolean(), byMail: z.boolean() });
const preferences = z.object({ data: z.array(ways.extend({ kind: z.enum(NOTIFICATION_KINDS) })), mailReady: z.boolean() });

const mailStates = z.enum(["held", "queued", "sending", "sent", "failed", "unsure"]);
const mail = z
  .object({
    id,
    kind: z.string(),
    to: z.string(),
    user: reference.nullable(),
    subject: z.string(),
    /** As it was written; a link that lets in is left out. */
    text: z.string(),
    /** held: mail is not set up. unsure: the line broke after the text was handed over. */
    state: mailStates,
    tries: z.int(),
    nextTryAt: instant.nullable(),
    error: z.string().nullable(),
    createdAt: instant,
    sentAt: instant.nullable(),
    can: z.object({ send: z.boolean() }),
  })
  .meta({ id: "Mail" });

const paging = { limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(500).optional() };
const next = z.object({ nextCursor: z.string().nullable() });

export const notificationEndpoints = {
  listNotifications: endpoint({
    id: "listNotifications",
    method: "GET",
    path: "/notifications",
    tag: "notifications",
    access: "read",
    summary: "What concerns you, newest first, as far as you may still see it; `unread` counts up to 100.",
    query: z.object({ ...paging, unread: flag.optional() }),
    returns: z.object({ data: z.array(notification), page: next, unread: z.int() }),
    refuses: ["request.invalid"],
  }),
  readNotifications: endpoint({
    id: "readNotifications",
    method: "POST",
    path: "/notifications/read",
    tag: "notifications",
    access: "write",
    summary: "Marks as read: those named, those about one record, or all of yours.",
    body: z.object({ ids: z.array(id).max(200).optional(), recordId: id.optional() }),
    returns: z.object({ unread: z.int() }),
    refuses: ["request.invalid"],
  }),
  readNotification: endpoint({
    id: "readNotification",
    method: "POST",
    path: "/notifications/{id}/read",
    tag: "notifications",
    access: "write",
    summary: "Marks one of your notifications as read.",
    params: idParams,
    body: z.object({}).default({}),
    returns: z.object({ unread: z.int() }),
    refuses: ["request.notFound"],
  }),
  showNotificationPreferences: endpoint({
    id: "showNotificationPreferences",
    method: "GET",
    path: "/notifications/preferences",
    tag: "notifications",
    access: "read",
    summary: "Where you are told of each kind: in the bell, by mail, both or not at all.",
    returns: preferences,
    refuses: [],
  }),
  setNotificationPreferences: endpoint({
    id: "setNotificationPreferences",
    method: "PATCH",
    path: "/notifications/preferences",
    tag: "notifications",
    access: "write",
    summary: "Changes where you are told of the kinds named; the others stay.",
    body: z.partialRecord(z.enum(NOTIFICATION_KINDS), ways),
    returns: preferences,
    refuses: ["request.invalid"],
  }),
  listMails: endpoint({
    id: "listMails",
    method: "GET",
    path: "/mails",
    tag: "notifications",
    access: "read",
    summary: "The outbox: every mail that went, waits, failed, or would have gone if mail was set up; newest first.",
    query: z.object({ ...paging, state: mailStates.optional() }),
    returns: z.object({ data: z.array(mail), page: next, mailReady: z.boolean() }),
    refuses: ["request.forbidden", "request.invalid"],
  }),
  sendMail: endpoint({
    id: "sendMail",
    method: "POST",
    path: "/mails/{id}/send",
    tag: "notifications",
    access: "write",
    status: 202,
    summary: "Sends a mail that was held or failed, or one of which nobody knows whether it left.",
    params: idParams,
    body: z.object({}).default({}),
    returns: mail,
    refuses: ["request.forbidden", "request.notFound", "mail.notSendable"],
  }),
};

export type Notification = z.output<typeof notification>;
export type MailOut = z.output<typeof mail>;
