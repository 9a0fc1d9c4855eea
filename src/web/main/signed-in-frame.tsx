import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Me } from "#contract/me.ts";
import { openCreateSheet, useCreateDraft } from "#web/app/create-store.ts";
import { useNewRecord } from "#web/app/new-record-store.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { openPalette, usePalette } from "#web/app/palette-store.ts";
import { applyPreferences } from "#web/app/preferences.ts";
import { useIsSignedOut } from "#web/app/session.ts";
import { useWork } from "#web/app/work-store.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { SearchButton } from "#web/kit/search-button.tsx";
import { Shell } from "#web/kit/shell.tsx";
import { AccountButton } from "#web/main/account-button.tsx";
import { BellButton } from "#web/main/bell-button.tsx";
import { useFrameSheet } from "#web/main/frame-sheet-store.ts";
import { mayCreate, placesOf, sectionOf } from "#web/main/places.ts";
import { LeaveGuard } from "#web/main/leave-guard.tsx";
import { OfflineBar } from "#web/main/offline-bar.tsx";
import { phoneTabsOf } from "#web/main/phone-tabs-of.ts";
import { useFrameShortcuts } from "#web/main/use-frame-shortcuts.ts";
import { usePinnedViews } from "#web/main/use-pinned-views.ts";
import { useQuoteCount } from "#web/main/use-quote-count.ts";
import { useOpenCount } from "#web/main/use-open-count.ts";
import { useWaitingCount } from "#web/main/use-waiting-count.ts";
import { useTabTitle } from "#web/main/use-tab-title.ts";

const CreateSheetHost = lazy(async () => ({ default: (await import("#web/opportunity/create-sheet.tsx")).CreateSheetHost }));
const NewRecordHost = lazy(async () => ({ default: (await import("#web/main/new-record-host.tsx")).NewRecordHost }));
const SignInAgain = lazy(async () => ({ default: (await import("#web/access/sign-in-again.tsx")).SignInAgain }));
const WorkHost = lazy(async () => ({ default: (await import("#web/main/work-host.tsx")).WorkHost }));
const FrameSheet = lazy(async () => ({ default: (await import("#web/main/frame-sheet.tsx")).FrameSheet }));

const loadPalette = () => import("#web/main/palette-host.tsx");
const PaletteHost = lazy(async () => ({ default: (await loadPalette()).PaletteHost }));

export function SignedInFrame({ me }: { me: Me }) {
  const words = useWords();
  const section = sectionOf(useRouterState({ select: (state) => state.location.pathname }));
  const openCount = useOpenCount(me);
  const places = placesOf(me, words, { opportunities: openCount, quotes: useQuoteCount(me), activities: useWaitingCount(me) });
  useEffect(() => applyPreferences(me), [me]);
  useTabTitle(section, me.workspace.name);
  useFrameShortcuts(me);
  useLiveUpdates();
  useEffect(() => whenIdle(() => void loadPalette()), []);
  const canCreate = mayCreate(me);
  return (
    <>
      <Shell
        name={words.shell.name}
        homeHref="/"
        {...(section === undefined ? {} : { current: section })}
        nav={places.main}
        foot={places.foot}
        groups={usePinnedViews(me)}
        phoneTabs={phoneTabsOf(me, words)}
        search={<SearchButton label={words.search.label} kbd="mod+k" onPress={openPalette} />}
        primary={canCreate && <NewButton label={words.shell.newOpportunity} />}
        bell={
          <>
            <BellButton />
            <AccountButton me={me} />
          </>
        }
      >
        <OfflineBar />
        <Outlet />
      </Shell>
      <OpenedSheets me={me} />
    </>
  );
}

function NewButton({ label }: { label: string }) {
  return (
    <Button look="primary" kbd="n" onPress={() => openCreateSheet()}>
      {label}
    </Button>
  );
}

/** Their code is fetched when first opened; afterwards they stay, to leave as smoothly as they came. */
function OpenedSheets({ me }: { me: Me }) {
  const sheet = useFrameSheet();
  const isSearching = usePalette() !== undefined;
  const isCreating = useCreateDraft() !== undefined;
  const isNewRecord = useNewRecord() !== undefined;
  const isSignedOut = useIsSignedOut();
  const work = useWork();
  return (
    <>
      <LeaveGuard />
      <Suspense fallback={null}>{useOnce(isSearching) && <PaletteHost me={me} />}</Suspense>
      <Suspense fallback={null}>{useOnce(isCreating) && <CreateSheetHost />}</Suspense>
      <Suspense fallback={null}>{useOnce(isNewRecord) && <NewRecordHost />}</Suspense>
      <Suspense fallback={null}>{useOnce(isSignedOut) && <SignInAgain me={me} />}</Suspense>
      <Suspense fallback={null}>{useOnce(work.jobs.length > 0 || work.refused !== undefined) && <WorkHost />}</Suspense>
      <Suspense fallback={null}>{useOnce(sheet !== undefined) && <FrameSheet sheet={sheet} me={me} />}</Suspense>
    </>
  );
}

/** True from the first time on. */
function useOnce(isNow: boolean): boolean {
  const [wasOnce, setWasOnce] = useState(isNow);
  if (isNow && !wasOnce) setWasOnce(true);
  return wasOnce || isNow;
}

/** After the first screen is there; some browsers do not say when they rest. */
function whenIdle(act: () => void): () => void {
  if ("requestIdleCallback" in window) {
    const id = requestIdleCallback(act);
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(act, 2000);
  return () => clearTimeout(timer);
}
