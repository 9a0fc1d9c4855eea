/**
 * The words with which a rule says no. A closed list: the contract gives each its HTTP status, each language its
 * sentence; a code without either does not compile.
 */
export const REFUSAL_CODES = [
  "request.invalid",
  "request.unauthenticated",
  "request.forbidden",
  "request.notFound",
  "request.originRefused",
  "request.preconditionRequired",
  "request.tooLarge",
  "request.tooMany",
  "record.stale",
  "record.deleted",
  "record.inUse",
  "cursor.mismatch",
  "idempotency.otherBody",
  "idempotency.running",
  "credentials.wrong",
  "credentials.weak",
  "link.unusable",
  "email.taken",
  "name.taken",
  "opportunity.closed",
  "opportunity.notClosed",
  "opportunity.elsewhere",
  "opportunity.reasonRequired",
  "activity.done",
  "activity.notDone",
  "reference.unknown",
  "stage.lastOne",
  "user.lastAdministrator",
  "undo.overtaken",
  "undo.impossible",
  "undo.expired",
  "import.unreadable",
  "import.notReady",
  "merge.same",
  "document.sameVersion",
  "file.gone",
  "files.unavailable",
  "customField.inUse",
  "quote.frozen",
  "quote.wrongStatus",
  "quote.conflict",
  "quote.otherAccepted",
  "quote.notMarked",
  "job.ended",
  "mail.notSendable",
  "service.unavailable",
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** One field that is wrong: a JSON pointer into the body (or a query name), a code, and figures for its sentence. */
export type FieldProblem = {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
  /** What the field belongs to, by name, where there are many alike: a line of a quote. */
  readonly about?: string;
};

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, unknown>>;
  readonly fields: readonly FieldProblem[];

  constructor(code: RefusalCode, details: Readonly<Record<string, unknown>> = {}, fields: readonly FieldProblem[] = []) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
    this.fields = fields;
  }
}

/** All that is wrong, in one answer; nothing when nothing is. */
export function refuseFields(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new Refusal("request.invalid", {}, problems);
}

/** A refusal about one field of the body, e.g. `refuseField("/clientId", "reference.unknown")`. */
export function refuseField(pointer: string, code: string, detail?: string): Refusal {
  return new Refusal("request.invalid", {}, [{ pointer, code, ...(detail ? { detail } : {}) }]);
}
