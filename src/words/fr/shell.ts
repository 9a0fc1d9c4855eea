import type { shellWords as en } from "#words/en/shell.ts";
import type { Same } from "#words/same.ts";

export const shellWords: Same<typeof en> = {};
