import { useSuspenseQuery } from "@tanstack/react-query";
import type { Locale } from "#domain/shared/actor.ts";
import { useSpoken } from "#web/app/words.ts";
import type { customFieldWords } from "#words/en/custom-field.ts";
import type { Same } from "#words/same.ts";

type CustomWords = Same<typeof customFieldWords>;

const CATALOGUES: Readonly<Record<Locale, () => Promise<{ customFieldWords: CustomWords }>>> = {
  en: () => import("#words/en/custom-field.ts"),
  fr: () => import("#words/fr/custom-field.ts"),
  it: () => import("#words/it/custom-field.ts"),
};

/** The words of custom fields come with the first screen that says them, not with the first screen. */
export function useCustomWords(): CustomWords {
  const { locale } = useSpoken();
  return useSuspenseQuery({
    queryKey: ["words", "custom-field", locale],
    queryFn: async () => (await CATALOGUES[locale]()).customFieldWords,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}
