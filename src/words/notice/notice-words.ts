import type { Locale } from "#domain/shared/actor.ts";
import type { Same } from "#words/same.ts";
import { noticeWords as en } from "#words/notice/en.ts";
import { noticeWords as fr } from "#words/notice/fr.ts";
import { noticeWords as it } from "#words/notice/it.ts";

export type NoticeWords = Same<typeof en>;

/** All three, for the server; the web loads its reader's. */
export const noticeWords: Readonly<Record<Locale, NoticeWords>> = { en, fr, it };
