import { z } from "zod";
import type { RefusalCode } from "#domain/shared/refusal.ts";

/** RFC 9457 problem details. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

export const STATUS_OF = {
  "request.invalid": 400,
  "request.unauthenticated": 401,
  "request.forbidden": 403,
  "request.notFound": 404,
  "request.originRefused": 403,
  "request.preconditionRequired": 428,
  "request.tooLarge": 413,
  "request.tooMany": 429,
  "record.stale": 412,
  "record.deleted": 410,
  "record.inUse": 409,
  "cursor.mismatch": 400,
  "quote.frozen": 409,
  "quote.wrongStatus": 409,
  "quote.conflict": 409,
  "quote.otherAccepted": 409,
  "quote.notMarked": 409,
  "idempotency.otherBody": 422,
  "idempotency.running": 409,
  "credentials.wrong": 401,
  "credentials.weak": 400,
  "link.unusable": 404,
  "email.taken": 409,
  "name.taken": 409,
  "opportunity.closed": 409,
  "opportunity.notClosed": 409,
  "opportunity.elsewhere": 409,
  "opportunity.reasonRequired": 400,
  "activity.done": 409,
  "activity.notDone": 409,
  "job.ended": 409,
  "mail.notSendable": 409,
  "reference.unknown": 400,
  "stage.lastOne": 409,
  "user.lastAdministrator": 409,
  "undo.overtaken": 409,
  "undo.impossible": 409,
  "undo.expired": 410,
  "import.unreadable": 400,
  "import.notReady": 409,
  "merge.same": 400,
  "document.sameVersion": 409,
  "file.gone": 410,
  "files.unavailable": 503,
  "customField.inUse": 409,
  "service.unavailable": 503,
} as const satisfies Record<RefusalCode, number>;

/** What every change of a record with a version may answer. */
export const refusesEdit = [
  "request.forbidden",
  "request.notFound",
  "record.stale",
  "request.preconditionRequired",
  "request.invalid",
] as const satisfies readonly RefusalCode[];
