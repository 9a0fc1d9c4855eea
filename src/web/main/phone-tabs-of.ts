import { Ellipsis, Plus, Search, SquareKanban, Sun } from "lucide-react";
import type { Me } from "#contract/me.ts";
import { may } from "#domain/user/rights.ts";
import { openCreateSheet } from "#web/app/create-store.ts";
import { openPalette } from "#web/app/palette-store.ts";
import type { PhoneTab } from "#web/kit/phone-tabs.tsx";
import { openFrameSheet } from "#web/main/frame-sheet-store.ts";
import { mayCreate } from "#web/main/places.ts";
import type { FirstWords } from "#words/en-first.ts";

/** At the foot of a phone: five at most, under the thumb. */
export function phoneTabsOf(me: Me, words: FirstWords): PhoneTab[] {
  const { nav, create } = words.shell;
  const reads = may(me, "opportunities", "read");
  const tabs: (PhoneTab | false)[] = [
    { id: "home", label: nav.today, icon: Sun, href: "/" },
    reads && { id: "opportunities", label: nav.pipeline, icon: SquareKanban, href: "/opportunities" },
    mayCreate(me) && { id: "create", label: create, icon: Plus, isMain: true, onPress: () => openCreateSheet() },
    { id: "search", label: words.common.search, icon: Search, onPress: openPalette },
    { id: "more", label: nav.more, icon: Ellipsis, onPress: () => openFrameSheet("more") },
  ];
  return tabs.filter((tab) => tab !== false);
}
