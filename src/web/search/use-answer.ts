import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask, type Answer } from "#web/api/api.ts";

const PAUSE_MS = 120;

/** What the server finds for the words, once the typing pauses; the answer of before stays until the new one is there. */
export function useAnswer(text: string) {
  const asked = usePaused(text);
  const query = useQuery({
    queryKey: ["search", asked],
    queryFn: ({ signal }) => ask("search", { query: { q: asked } }, { signal }),
    enabled: asked !== "",
    staleTime: 10_000,
    retry: false,
    placeholderData: (before: Answer<"search"> | undefined, last) => (isOfSameWords(asked, last?.queryKey[1] ?? "") ? before : undefined),
  });
  return {
    answer: text === "" || !isOfSameWords(text, asked) ? undefined : query.data,
    isNew: asked === text && query.isSuccess && !query.isPlaceholderData,
    isFailed: asked === text && query.isError,
  };
}

function usePaused(text: string): string {
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), text === "" ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return asked;
}

/** While a word is being typed or taken back. */
function isOfSameWords(a: string, b: string): boolean {
  return a !== "" && b !== "" && (a.startsWith(b) || b.startsWith(a));
}
