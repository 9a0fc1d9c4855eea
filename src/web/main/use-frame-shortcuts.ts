import { useRouter } from "@tanstack/react-router";
import type { Me } from "#contract/me.ts";
import { mayReadCatalogue } from "#domain/product/policy.ts";
import { may } from "#domain/user/rights.ts";
import { openCreateSheet } from "#web/app/create-store.ts";
import { openPalette } from "#web/app/palette-store.ts";
import { useUndo } from "#web/app/undo.ts";
import { useWords } from "#web/app/words.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { useToasts } from "#web/kit/toast.tsx";
import { openFrameSheet } from "#web/main/frame-sheet-store.ts";
import { creatableBy, mayCreate } from "#web/main/places.ts";

export function useFrameShortcuts(me: Me): void {
  const { shell } = useWords();
  const { shortcuts, nav, undo: undoWords } = shell;
  const toasts = useToasts();
  const { undo } = useUndo();
  const router = useRouter();
  const go = (href: string) => router.history.push(href);
  const takeBack = () => (toasts.actOnLatest() ? undefined : void undo());
  const reads = may(me, "opportunities", "read");
  const page = { group: shortcuts.page };
  const place = { group: shortcuts.go };
  useShortcut({ ...page, keys: "n", label: shell.newOpportunity }, () => openCreateSheet(), mayCreate(me));
  useShortcut({ ...page, keys: "shift+n", label: shortcuts.create }, () => openFrameSheet("create"), creatableBy(me).length > 0);
  useShortcut({ ...page, keys: "mod+k", label: shortcuts.search }, openPalette);
  useShortcut({ ...page, keys: "s", label: shortcuts.search, isHidden: true }, openPalette);
  useShortcut({ ...page, keys: "/", label: shortcuts.search, isHidden: true }, openPalette);
  useShortcut({ ...page, keys: "z", label: undoWords.shortcut }, takeBack);
  useShortcut({ ...page, keys: "mod+z", label: undoWords.shortcut, isHidden: true, worksInFields: false }, takeBack);
  useShortcut({ ...page, keys: "?", label: shortcuts.help }, () => openFrameSheet("shortcuts"));
  useShortcut({ ...place, keys: "g o", label: nav.opportunities }, () => go("/opportunities"), reads);
  useShortcut({ ...place, keys: "g c", label: nav.clients }, () => go("/clients"), may(me, "clients", "read"));
  useShortcut({ ...place, keys: "g a", label: nav.activities }, () => go("/activities"), may(me, "activities", "read"));
  useShortcut({ ...place, keys: "g k", label: nav.contacts }, () => go("/contacts"), may(me, "contacts", "read"));
  useShortcut({ ...place, keys: "g p", label: nav.catalogue }, () => go("/products"), mayReadCatalogue(me));
}
