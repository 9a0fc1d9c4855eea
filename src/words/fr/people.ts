import type { peopleWords as en } from "#words/en/people.ts";
import type { Same } from "#words/same.ts";

export const peopleWords: Same<typeof en> = {};
