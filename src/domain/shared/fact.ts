/** What can be told afterwards. A closed list: every kind has its sentence in each language and its way back (or none). */
export const FACT_KINDS = [
  "opportunity.created",
  "opportunity.edited",
  "opportunity.moved",
  "opportunity.won",
  "opportunity.lost",
  "opportunity.reopened",
  "opportunity.deleted",
  "opportunity.restored",
  "opportunity.contacts",
  "opportunity.partners",
  "opportunity.competitors",
  "client.created",
  "client.edited",
  "client.deleted",
  "client.restored",
  "client.contacts",
  "contact.created",
  "contact.edited",
  "contact.deleted",
  "contact.restored",
  "contact.clients",
  "activity.created",
  "activity.edited",
  "activity.done",
  "activity.reopened",
  "activity.deleted",
  "activity.restored",
  "message.created",
  "message.edited",
  "message.deleted",
  "message.restored",
  "message.pinned",
  "message.unpinned",
  "document.created",
  "document.renamed",
  "document.replaced",
  "document.deleted",
  "document.restored",
  "parameter.created",
  "parameter.edited",
  "parameter.deleted",
  "pipeline.created",
  "pipeline.edited",
  "pipeline.deleted",
  "stage.created",
  "stage.edited",
  "stage.deleted",
  "rate.set",
  "rate.deleted",
  "rate.imported",
  "workspace.edited",
  "user.created",
  "user.edited",
  "user.invited",
  "user.invitationWithdrawn",
  "user.signedIn",
  "user.signedOut",
  "user.sessionsEnded",
  "user.passwordChanged",
  "user.preferences",
  "team.created",
  "team.edited",
  "team.deleted",
  "key.created",
  "key.revoked",
  "productLine.added",
  "productLine.edited",
  "productLine.removed",
  "product.created",
  "product.edited",
  "product.deleted",
  "supplier.created",
  "supplier.edited",
  "supplier.deleted",
  "step.created",
  "step.edited",
  "step.deleted",
  "step.restored",
  "tripTemplate.created",
  "tripTemplate.edited",
  "tripTemplate.deleted",
  "tripTemplate.restored",
  "quote.created",
  "quote.edited",
  "quote.priced",
  "quote.ratesRefreshed",
  "quote.versionAdded",
  "quote.sent",
  "quote.accepted",
  "quote.unaccepted",
  "quote.declined",
  "quote.chosen",
  "quote.unchosen",
  "quote.deleted",
  "quote.restored",
  "quoteTemplate.created",
  "quoteTemplate.edited",
  "quoteTemplate.deleted",
  "view.created",
  "view.edited",
  "view.deleted",
  "import.prepared",
  "import.done",
  "import.reverted",
  "job.started",
  "job.cancelled",
  "mail.sentAgain",
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

export type RecordType =
  | "opportunity"
  | "client"
  | "contact"
  | "activity"
  | "message"
  | "document"
  | "clientKind"
  | "source"
  | "lostReason"
  | "competitor"
  | "tag"
  | "customField"
  | "pipeline"
  | "stage"
  | "rate"
  | "workspace"
  | "user"
  | "team"
  | "key"
  | "session"
  | "productLine"
  | "product"
  | "supplier"
  | "step"
  | "tripTemplate"
  | "quote"
  | "quoteTemplate"
  | "view"
  | "import"
  | "job"
  | "mail";

/** One field touched, with the value before and after. */
export type FactField = { readonly from: unknown; readonly to: unknown };

export type FactFields = { readonly [field: string]: FactField };

/** What can be told of one kind of record: everything that begins with its word. */
export function factsAbout<const Word extends string>(word: Word): readonly Extract<FactKind, `${Word}.${string}`>[] {
  const isAbout = (kind: FactKind): kind is Extract<FactKind, `${Word}.${string}`> => kind.startsWith(`${word}.`);
  return FACT_KINDS.filter(isAbout);
}

/** The fields that differ between two states of one record. */
export function fieldsChanged<T extends Record<string, unknown>>(before: Partial<T>, after: Partial<T>): FactFields {
  const fields: Record<string, { from: unknown; to: unknown }> = {};
  for (const field of Object.keys(after)) {
    const [from, to] = [before[field] ?? null, after[field] ?? null];
    if (!isSame(from, to)) fields[field] = { from, to };
  }
  return fields;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}
