import type { contactWords as en } from "#words/en/contact.ts";
import type { Same } from "#words/same.ts";

export const contactWords: Same<typeof en> = {};
