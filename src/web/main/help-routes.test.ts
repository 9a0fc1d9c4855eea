import { expect, test } from "vitest";
import { helpHref, topicAt } from "#web/app/help.ts";
import { searchHelp } from "#web/help/search-help.ts";
import { SCREENS } from "#web/help/topics.ts";
import { router } from "#web/main/router.tsx";
import { sectionGroups } from "#web/settings/settings-sections.ts";
import type { Me } from "#contract/me.ts";
import { defaultRights } from "#domain/user/rights.ts";
import { words as en } from "#words/en.ts";
import { words as fr } from "#words/fr.ts";
import { HELP_TOPICS } from "#words/help/article.ts";
import { helpWords as helpEn } from "#words/help/en.ts";
import { helpWords as helpFr } from "#words/help/fr.ts";

/** The addresses of the application. */
const ROUTES = Object.keys(router.routesByPath);
const everybody = { rights: defaultRights("administrator") } as Me;
const nobody = {
  rights: { ...defaultRights("reader"), opportunities: "none", clients: "none", contacts: "none", activities: "none", quotes: "none" },
} as Me;

/** Whether a screen stands at an address: a route of its own, or a section of the settings. */
function isScreen(href: string): boolean {
  const [, section] = /^\/settings\/(\w+)$/.exec(href) ?? [];
  if (section !== undefined) return sectionGroups(everybody).some(({ sections }) => sections.some((one) => one === section));
  return ROUTES.includes(href);
}

test("every article names screens that exist, and the screens lead back to it", () => {
  expect(ROUTES).toContain("/help/$topic");
  for (const topic of HELP_TOPICS) {
    const hrefs = SCREENS[topic].map(({ href }) => href);
    expect(hrefs.filter((href) => !isScreen(href))).toEqual([]);
    expect(hrefs.some((href) => topicAt(href) === topic)).toBe(true);
  }
});

test("the help of a screen is found by its address, that of its records too", () => {
  expect(helpHref(topicAt("/opportunities/list"))).toBe("/help/opportunities");
  expect(helpHref(topicAt("/contacts/0190"))).toBe("/help/contacts");
  expect(helpHref(topicAt("/clientsomething"))).toBe("/help");
});

test("who may not open a screen gets no link to it", () => {
  const linked = (me: Me) => HELP_TOPICS.flatMap((topic) => SCREENS[topic].filter((screen) => screen.isFor(me)));
  expect(linked(everybody)).toEqual(Object.values(SCREENS).flat());
  expect(linked(nobody)).toEqual([]);
});

test("the search wants every word, whatever its accents and capitals", () => {
  const articles = helpFr(fr).topics;
  expect(searchHelp(articles, "PROBABILITE etape").map(({ topic }) => topic)).toContain("opportunities");
  expect(searchHelp(articles, "probabilité étape")).toEqual(searchHelp(articles, "PROBABILITE  etape "));
  expect(searchHelp(articles, "probabilité zanzibar")).toEqual([]);
  expect(searchHelp(articles, "  ")).toEqual([]);
  // A button is found by its name.
  expect(searchHelp(helpEn(en).topics, en.opportunity.act.reopen).map(({ part }) => part)).toContain("steps");
});
