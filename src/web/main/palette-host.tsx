import { CalendarPlus, LayoutList, Plus, UserPlus, Zap } from "lucide-react";
import type { Me } from "#contract/me.ts";
import { openCreateSheet } from "#web/app/create-store.ts";
import { SHORTCUTS_HREF } from "#web/app/help.ts";
import { openNewRecord } from "#web/app/new-record-store.ts";
import { usePalette, type PaletteOpening } from "#web/app/palette-store.ts";
import { useWords } from "#web/app/words.ts";
import { openFrameSheet } from "#web/main/frame-sheet-store.ts";
import { creatableBy, placesOf } from "#web/main/places.ts";
import { Palette } from "#web/search/palette.tsx";
import type { PaletteActs } from "#web/search/use-palette-groups.ts";
import type { FirstWords } from "#words/en-first.ts";

/** The palette with what the frame knows: what the screen can do, what one may create, where one may go. */
export function PaletteHost({ me }: { me: Me }) {
  const words = useWords();
  const opening = usePalette();
  return (
    opening && (
      <Palette
        opening={opening}
        acts={{ onScreen: onScreen(opening, words), create: creating(me, words), go: going(me, words, opening) }}
      />
    )
  );
}

/** The shortcuts of the page itself; those of the frame stand under their own headings. */
function onScreen({ acts }: PaletteOpening, { shell }: FirstWords): PaletteActs["onScreen"] {
  const { page, go } = shell.shortcuts;
  return acts
    .filter(({ group }) => group !== page && group !== go)
    .map(({ keys, label, run }) => ({ key: `act-${keys.replaceAll(/\W/g, "-")}`, icon: Zap, name: label, kbd: keys, run }));
}

function creating(me: Me, words: FirstWords): PaletteActs["create"] {
  const kinds = {
    opportunities: {
      name: words.shell.newOpportunity,
      icon: Plus,
      kbd: "n",
      create: (name?: string) => openCreateSheet(name === undefined ? {} : { name }),
    },
    clients: {
      name: words.client.new,
      icon: UserPlus,
      create: (name?: string) => openNewRecord({ kind: "client", ...(name === undefined ? {} : { name }) }),
    },
    activities: {
      name: words.activity.new,
      icon: CalendarPlus,
      create: (name?: string) => openNewRecord({ kind: "activity", ...(name === undefined ? {} : { name }) }),
    },
    contacts: {
      name: words.contact.new,
      icon: UserPlus,
      create: (name?: string) => openNewRecord({ kind: "contact", ...(name === undefined ? {} : { name }) }),
    },
    quotes: {
      name: words.shell.newQuote,
      icon: Plus,
      create: (name?: string) => openNewRecord({ kind: "quote", ...(name === undefined ? {} : { name }) }),
    },
  };
  return creatableBy(me).map((module) => {
    const { create, ...shown } = kinds[module];
    const row = { ...shown, key: `create-${module}`, isOfOpportunity: module === "opportunities", run: () => create() };
    const named = (name: string) => ({ ...row, name: words.search.createNamed({ what: row.name, name }), run: () => create(name) });
    return { ...row, named };
  });
}

function going(me: Me, words: FirstWords, { acts }: PaletteOpening): PaletteActs["go"] {
  const { main, foot } = placesOf(me, words, {});
  const kbdOf = (label: string) => {
    const known = acts.find((act) => act.group === words.shell.shortcuts.go && act.label === label);
    return known ? { kbd: known.keys } : {};
  };
  const places = [...main, ...foot].map(({ id, label, href, icon, kbd }) => {
    const row = {
      key: `go-${id}`,
      icon,
      name: label,
      isOfOpportunity: id === "opportunities",
      ...(kbd === undefined ? kbdOf(id === "opportunities" ? words.opportunity.board : label) : { kbd }),
    };
    return href === SHORTCUTS_HREF ? { ...row, run: () => openFrameSheet("shortcuts") } : { ...row, href };
  });
  const list = {
    key: "go-list",
    ...kbdOf(words.search.list),
    icon: LayoutList,
    name: words.search.list,
    href: "/opportunities/list",
    isOfOpportunity: true,
  };
  const at = places.findIndex(({ isOfOpportunity }) => isOfOpportunity);
  return at < 0 ? places : places.toSpliced(at + 1, 0, list);
}
