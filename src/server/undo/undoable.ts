import type { FactKind } from "#domain/shared/fact.ts";

/** The values kept for undo go after this many days; the timeline stays. */
export const UNDO_DAYS = 30;

/** How each kind of fact is taken back: by restoring the fields it touched, by deleting what it made, or not at all. */
export const INVERSES = {
  "opportunity.created": "delete",
  "opportunity.edited": "fields",
  "opportunity.moved": "fields",
  "opportunity.won": "fields",
  "opportunity.lost": "fields",
  "opportunity.reopened": "fields",
  "opportunity.deleted": "fields",
  "opportunity.restored": "fields",
  "opportunity.contacts": "links",
  "client.created": "delete",
  "client.edited": "fields",
  "client.deleted": "fields",
  "client.restored": "fields",
  "client.contacts": "links",
  "contact.created": "delete",
  "contact.edited": "fields",
  "contact.deleted": "fields",
  "contact.restored": "fields",
  "contact.clients": "cannot",
  "parameter.created": "delete",
  "parameter.edited": "fields",
  "parameter.deleted": "fields",
  "pipeline.created": "cannot",
  "pipeline.edited": "cannot",
  "pipeline.deleted": "fields",
  "stage.created": "cannot",
  "stage.edited": "cannot",
  "stage.deleted": "fields",
  "rate.set": "cannot",
  "workspace.edited": "cannot",
  "user.created": "cannot",
  "user.edited": "cannot",
  "user.invited": "cannot",
  "user.invitationWithdrawn": "cannot",
  "user.signedIn": "cannot",
  "user.signedOut": "cannot",
  "user.sessionsEnded": "cannot",
  "user.passwordChanged": "cannot",
  "user.preferences": "cannot",
  "team.created": "cannot",
  "team.edited": "cannot",
  "team.deleted": "cannot",
  "key.created": "cannot",
  "key.revoked": "cannot",
  "import.prepared": "cannot",
  "import.done": "cannot",
  "import.reverted": "cannot",
  "job.started": "cannot",
} as const satisfies Record<FactKind, "fields" | "delete" | "links" | "cannot">;

export function isUndoable(kind: string): boolean {
  const inverse = (INVERSES as Record<string, string>)[kind];
  return inverse !== undefined && inverse !== "cannot";
}
