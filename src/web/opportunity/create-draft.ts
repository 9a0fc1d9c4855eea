import type { NewOpportunity } from "#web/opportunity/new-opportunity.ts";

/** What was typed and not yet created stays on this device, one draft for each user. */
const keyOf = (userId: string): string => `escale.draft.opportunity.${userId}`;

export function keepDraft(userId: string, values: NewOpportunity | undefined): void {
  try {
    if (values === undefined) localStorage.removeItem(keyOf(userId));
    else localStorage.setItem(keyOf(userId), JSON.stringify(values));
  } catch {
    // Storage may be refused: the form then lives as long as its page.
  }
}

/** The draft over the blank form, so that one of an older version lacks nothing. */
export function keptDraft(userId: string, blank: NewOpportunity): NewOpportunity | undefined {
  try {
    const text = localStorage.getItem(keyOf(userId));
    if (text === null) return undefined;
    const draft: unknown = JSON.parse(text);
    return typeof draft === "object" && draft !== null ? { ...blank, ...draft } : undefined;
  } catch {
    return undefined;
  }
}
