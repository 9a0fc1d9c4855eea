import { useQuery } from "@tanstack/react-query";
import type { Locale } from "#domain/shared/actor.ts";
import { useAllSpoken } from "#web/app/words.ts";
import type { Words } from "#words/en.ts";
import type { HelpArticle, HelpTopic } from "#words/help/article.ts";
import type { HelpWords } from "#words/help/en.ts";

/** What stands around the articles, and the articles. */
export type Help = Omit<HelpWords, "topics"> & { readonly topics: Readonly<Record<HelpTopic, HelpArticle>> };

async function loadHelp(locale: Locale, words: Words): Promise<Help> {
  switch (locale) {
    case "fr":
      return (await import("#words/help/fr.ts")).helpWords(words);
    case "it":
      return (await import("#words/help/it.ts")).helpWords(words);
    case "en":
      return (await import("#words/help/en.ts")).helpWords(words);
  }
}

/** The help in the reader's language: fetched once, with the first article that is opened. */
export function useHelp() {
  const { locale, words } = useAllSpoken();
  return useQuery({ queryKey: ["help", locale], queryFn: () => loadHelp(locale, words), staleTime: Infinity });
}
