import { createContext, use, type ReactNode } from "react";
import { RouterProvider } from "react-aria-components";
import { I18nProvider } from "react-aria-components/I18nProvider";
import type { Day } from "#domain/shared/day.ts";
import { KitWordsContext, type KitWords } from "#web/kit/kit-words.ts";
import { regionalLocale } from "#web/kit/format.ts";

type Surroundings = {
  /** "en", "fr", "it" or a regional one */
  locale: string;
  /** The day it is in the workspace's time zone. */
  today: Day;
  /** The workspace's time zone, for instants. */
  timeZone: string;
  navigate: (href: string) => void;
  /** Called when a link is about to be followed (pointed at, focused). */
  preload?: (href: string) => void;
};

const SurroundingsContext = createContext<Surroundings | undefined>(undefined);

export type KitProviderProps = Surroundings & { words: KitWords; children: ReactNode };

export function KitProvider({ words, children, ...surroundings }: KitProviderProps) {
  return (
    <I18nProvider locale={regionalLocale(surroundings.locale)}>
      <RouterProvider navigate={surroundings.navigate}>
        <SurroundingsContext value={surroundings}>
          <KitWordsContext value={words}>{children}</KitWordsContext>
        </SurroundingsContext>
      </RouterProvider>
    </I18nProvider>
  );
}

/** The reader's language, day and way around, as the app knows them. */
export function useSurroundings(): Surroundings {
  const surroundings = use(SurroundingsContext);
  if (!surroundings) throw new Error("The kit is used outside of its KitProvider");
  return surroundings;
}
