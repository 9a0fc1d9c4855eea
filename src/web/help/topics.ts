import type { Me } from "#contract/me.ts";
import { mayReadCatalogue } from "#domain/product/policy.ts";
import { may } from "#domain/user/rights.ts";
import { mayExchange } from "#web/exchange/import-kinds.ts";
import type { HelpTopic } from "#words/help/article.ts";
import type { Words } from "#words/en.ts";

/** A screen that an article speaks of, and who has it. */
export type HelpScreen = {
  readonly href: string;
  readonly label: (words: Words) => string;
  readonly isFor: (me: Me) => boolean;
};

const sees = (module: "opportunities" | "clients" | "contacts" | "quotes" | "activities") => (me: Me) => may(me, module, "read");

export const SCREENS: Readonly<Record<HelpTopic, readonly HelpScreen[]>> = {
  opportunities: [
    { href: "/opportunities", label: (words) => words.opportunity.board, isFor: sees("opportunities") },
    { href: "/opportunities/list", label: (words) => words.opportunity.list, isFor: sees("opportunities") },
    { href: "/settings/pipelines", label: (words) => words.settings.section.pipelines, isFor: (me) => may(me, "settings", "read") },
    { href: "/settings/fields", label: (words) => words.settings.section.fields, isFor: (me) => may(me, "settings", "read") },
  ],
  clients: [{ href: "/clients", label: (words) => words.client.title, isFor: sees("clients") }],
  contacts: [{ href: "/contacts", label: (words) => words.contact.title, isFor: sees("contacts") }],
  products: [{ href: "/products", label: (words) => words.catalogue.products.title, isFor: mayReadCatalogue }],
  quotes: [{ href: "/quotes", label: (words) => words.quoting.title, isFor: sees("quotes") }],
  catalogue: [
    { href: "/steps", label: (words) => words.catalogue.steps.title, isFor: mayReadCatalogue },
    { href: "/trip-templates", label: (words) => words.catalogue.templates.title, isFor: mayReadCatalogue },
    { href: "/suppliers", label: (words) => words.catalogue.suppliers.title, isFor: mayReadCatalogue },
  ],
  rates: [{ href: "/settings/rates", label: (words) => words.settings.section.rates, isFor: (me) => may(me, "settings", "read") }],
  activities: [{ href: "/activities", label: (words) => words.activity.title, isFor: sees("activities") }],
  exchange: [{ href: "/settings/imports", label: (words) => words.settings.section.imports, isFor: mayExchange }],
  day: [{ href: "/", label: (words) => words.shell.nav.home, isFor: (me) => sees("activities")(me) || sees("opportunities")(me) }],
  people: [
    { href: "/settings/people", label: (words) => words.settings.section.people, isFor: (me) => me.rights.users },
    { href: "/settings/teams", label: (words) => words.settings.section.teams, isFor: (me) => me.rights.users },
  ],
};
