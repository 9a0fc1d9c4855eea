import { QueryClientProvider, useQuery, type QueryClient } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { dayInZone } from "#domain/shared/zone.ts";
import { SHORTCUTS_HREF } from "#web/app/help.ts";
import { useSpokenNow } from "#web/app/language.ts";
import { meQuery } from "#web/app/me.ts";
import { SpokenContext } from "#web/app/words.ts";
import { KitProvider } from "#web/kit/kit-provider.tsx";
import { openFrameSheet } from "#web/main/frame-sheet-store.ts";
import { kitWordsOf } from "#web/main/kit-words-of.ts";
import { router } from "#web/main/router.tsx";

export function App({ client }: { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <Surroundings>
        <RouterProvider router={router} />
      </Surroundings>
    </QueryClientProvider>
  );
}

/** The reader's language, and the day it is in the agency. */
function Surroundings({ children }: { children: ReactNode }) {
  const spoken = useSpokenNow();
  const me = useQuery({ ...meQuery, enabled: false }).data;
  const kitWords = useMemo(() => (spoken ? kitWordsOf(spoken.words) : undefined), [spoken]);
  if (!spoken || !kitWords) return null;
  const timeZone = me?.workspace.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = me?.workspace.today ?? dayInZone(new Date().toISOString(), timeZone);
  return (
    <SpokenContext value={spoken}>
      <KitProvider locale={spoken.locale} today={today} timeZone={timeZone} words={kitWords} navigate={follow} preload={prepare}>
        {children}
      </KitProvider>
    </SpokenContext>
  );
}

function follow(href: string): void {
  if (href === SHORTCUTS_HREF) return openFrameSheet("shortcuts");
  router.history.push(href);
}

/** The screen's code is fetched when its link is pointed at. */
function prepare(href: string): void {
  const [path = ""] = href.split(/[?#]/);
  if (path === "") return;
  void router.preloadRoute({ to: path as "/" }).catch(() => undefined);
}
