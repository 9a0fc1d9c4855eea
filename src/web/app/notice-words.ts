import { useQuery } from "@tanstack/react-query";
import type { Locale } from "#domain/shared/actor.ts";
import { useSpoken } from "#web/app/words.ts";
import type { NoticeWords } from "#words/notice/notice-words.ts";

async function load(locale: Locale): Promise<NoticeWords> {
  switch (locale) {
    case "fr":
      return (await import("#words/notice/fr.ts")).noticeWords;
    case "it":
      return (await import("#words/notice/it.ts")).noticeWords;
    case "en":
      return (await import("#words/notice/en.ts")).noticeWords;
  }
}

/** The words of the bell, its settings, the outbox and of long work, in the reader's language: fetched with the first of these. */
export function useNoticeWords() {
  const { locale } = useSpoken();
  return useQuery({ queryKey: ["notice-words", locale], queryFn: () => load(locale), staleTime: Infinity });
}
