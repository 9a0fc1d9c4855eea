import { BookOpen, Building2, CalendarCheck, CircleHelp, ContactRound, House, ReceiptText, Settings, SquareKanban } from "lucide-react";
import type { Me } from "#contract/me.ts";
import { mayReadCatalogue } from "#domain/product/policy.ts";
import { may } from "#domain/user/rights.ts";
import { SHORTCUTS_HREF } from "#web/app/help.ts";
import type { NavItem } from "#web/kit/nav-item.ts";
import type { FirstWords } from "#words/en-first.ts";

/** A place of the navigation, by the beginning of its addresses. */
export type Section = "home" | "opportunities" | "clients" | "contacts" | "quotes" | "activities" | "catalogue" | "settings" | "help";

const SECTIONS: readonly Section[] = ["opportunities", "clients", "contacts", "quotes", "activities", "settings", "help"];
/** The two lists of the catalogue are one place. */
const CATALOGUE = /^\/(products|suppliers|steps|trip-templates)(\/|$)/;

export function sectionOf(pathname: string): Section | undefined {
  if (pathname === "/") return "home";
  // An import is a page of the settings.
  if (pathname.startsWith("/imports/")) return "settings";
  if (CATALOGUE.test(pathname)) return "catalogue";
  return SECTIONS.find((section) => pathname === `/${section}` || pathname.startsWith(`/${section}/`));
}

export function mayCreate(me: Me): boolean {
  return may(me, "opportunities", "write");
}

const CREATABLE = ["opportunities", "clients", "contacts", "activities", "quotes"] as const;

/** What one may create, in the order of the menu. */
export function creatableBy(me: Me): (typeof CREATABLE)[number][] {
  return CREATABLE.filter((module) => may(me, module, "write"));
}

/** What stands beside the names: how many are open, how many quotes are drafts or sent, how many activities wait. */
export type PlaceCounts = {
  readonly opportunities?: number | undefined;
  readonly quotes?: number | undefined;
  readonly activities?: number | undefined;
};

/** What one may not see is absent, not greyed. */
export function placesOf(me: Me, words: FirstWords, counts: PlaceCounts): { readonly main: NavItem[]; readonly foot: NavItem[] } {
  const { nav } = words.shell;
  const counted = (count: number | undefined) => (count === undefined ? {} : { count });
  const main: (NavItem | false)[] = [
    { id: "home", label: nav.home, href: "/", icon: House },
    may(me, "opportunities", "read") && {
      id: "opportunities",
      label: nav.opportunities,
      href: "/opportunities",
      icon: SquareKanban,
      ...counted(counts.opportunities),
    },
    may(me, "clients", "read") && { id: "clients", label: nav.clients, href: "/clients", icon: Building2 },
    may(me, "contacts", "read") && { id: "contacts", label: nav.contacts, href: "/contacts", icon: ContactRound },
    may(me, "quotes", "read") && {
      id: "quotes",
      label: nav.quotes,
      href: "/quotes",
      icon: ReceiptText,
      ...counted(counts.quotes || undefined),
    },
    may(me, "activities", "read") && {
      id: "activities",
      label: nav.activities,
      href: "/activities",
      icon: CalendarCheck,
      ...counted(counts.activities || undefined),
    },
    mayReadCatalogue(me) && { id: "catalogue", label: nav.catalogue, href: "/products", icon: BookOpen },
  ];
  const foot: NavItem[] = [
    { id: "settings", label: nav.settings, href: "/settings", icon: Settings },
    { id: "help", label: nav.help, href: SHORTCUTS_HREF, icon: CircleHelp, kbd: "?" },
  ];
  return { main: main.filter((item) => item !== false), foot };
}
