import { isDay } from "#domain/shared/day.ts";

/** A word instead of an id: whoever asks, and the teams of whoever asks. */
const WORDS: Readonly<Record<string, string>> = { managerId: "me", teamId: "mine" };
const FLAGS = new Set(["priority", "stale", "overdue", "incomplete", "missingImportant", "idle", "withoutOpportunity", "deleted"]);
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const LONGEST_TEXT = 200;
/** As the API takes it. */
const LONGEST_FILTER = 8000;

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  outcome: ["open", "won", "lost", "all"],
  status: ["prospect", "client"],
  newsletter: ["subscribed", "refused", "unknown"],
};

/** Whether an address may have this filter: what was typed or cut short is left out rather than refused. */
export function canFilter(name: string, value: string): boolean {
  if (name.startsWith("custom.")) return true;
  if (name === "filter") return value.length <= LONGEST_FILTER;
  if (name === "tag" || name.endsWith("Id")) return value.split(",").every((one) => ID.test(one) || one === WORDS[name]);
  if (FLAGS.has(name)) return value === "true" || value === "false";
  if (/\[[gl]te\]$/.test(name)) return isDay(value);
  if (name === "country") return /^[A-Z]{2}(,[A-Z]{2})*$/.test(value);
  const choices = CHOICES[name];
  if (choices) return value.split(",").every((one) => choices.includes(one));
  return value.length <= LONGEST_TEXT;
}
