import { addDays, type Day } from "#domain/shared/day.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { DEMO_OPEN, DEMO_TRIPS } from "#server/main/demo-trips.ts";

export type DemoPlace = { readonly country: string; readonly place: string };

/** One opportunity of the demo agency, as it will be told: days are counted back, or on, from today. */
export type DemoPlan = {
  readonly name: string;
  readonly places: readonly DemoPlace[];
  readonly days: number;
  readonly euros: number;
  readonly adults: number;
  readonly children: number;
  /** The client's name; for the past, anybody of the trip's language. */
  readonly client: string | Locale;
  readonly end: "open" | "won" | "lost";
  readonly stage: number;
  readonly createdDaysAgo: number;
  readonly touchedDaysAgo: number;
  readonly closesInDays: number;
  readonly departsInDays: number;
  readonly isPriority: boolean;
  readonly isFlexible: boolean;
  readonly isMonthly: boolean;
};

/** What is open today, and 82 opportunities of the last 18 months: three won for two lost. Oldest first: numbers follow dates. */
export function demoPlans(today: Day): DemoPlan[] {
  return [...openPlans(), ...closedPlans(today)].toSorted((a, b) => b.createdDaysAgo - a.createdDaysAgo);
}

function openPlans(): DemoPlan[] {
  return linesOf(DEMO_OPEN).map((cells) => {
    const [name = "", places = "", days, euros, adults, children, client = "", ...rest] = cells;
    const [stage, created, touched, closes, departs, marks = ""] = rest;
    return {
      name,
      places: placesOf(places),
      days: Number(days),
      euros: Number(euros),
      adults: Number(adults),
      children: Number(children),
      client,
      end: "open",
      stage: Number(stage),
      createdDaysAgo: Number(created),
      touchedDaysAgo: Number(touched),
      closesInDays: Number(closes),
      departsInDays: Number(departs),
      isPriority: marks.includes("*"),
      isFlexible: marks.includes("~"),
      isMonthly: marks.includes("m"),
    };
  });
}

const CLOSED = 82;
const WON = 49;

function closedPlans(today: Day): DemoPlan[] {
  const trips = linesOf(DEMO_TRIPS);
  return Array.from({ length: CLOSED }, (_none, index) => {
    const at = (index * 7) % trips.length;
    const [name = "", places = "", days, euros] = trips[at] ?? [];
    const language: Locale = at >= 20 && at < 24 ? "it" : at >= 24 && at < 27 ? "en" : "fr";
    const createdDaysAgo = 62 + ((index * 29) % 480);
    const departsInDays = -createdDaysAgo + 130 + ((index * 37) % 190);
    return {
      name: `${name}, ${seasonOf(addDays(today, departsInDays), language)}`,
      places: placesOf(places),
      days: Number(days),
      euros: Number(euros),
      adults: 9 + ((index * 17) % 44),
      children: index % 4 === 0 ? 4 : 0,
      client: language,
      end: index < WON ? "won" : "lost",
      stage: index < WON ? 4 : index % 5,
      createdDaysAgo,
      touchedDaysAgo: Math.max(1, createdDaysAgo - 30 - ((index * 11) % 40)),
      closesInDays: -Math.max(1, createdDaysAgo - 50),
      departsInDays,
      isPriority: index % 6 === 1,
      isFlexible: index % 5 === 0,
      isMonthly: false,
    };
  });
}

const SEASONS: Readonly<Record<Locale, readonly [string, string, string, string]>> = {
  fr: ["hiver", "printemps", "été", "automne"],
  it: ["inverno", "primavera", "estate", "autunno"],
  en: ["winter", "spring", "summer", "autumn"],
};

function seasonOf(day: Day, language: Locale): string {
  const season = Math.floor((Number(day.slice(5, 7)) % 12) / 3);
  return `${SEASONS[language][season] ?? ""} ${day.slice(0, 4)}`;
}

function placesOf(text: string): DemoPlace[] {
  if (text === "") return [];
  return text.split(",").map((one) => ({ country: one.slice(0, 2), place: one.slice(3) }));
}

function linesOf(table: string): string[][] {
  return table
    .trim()
    .split("\n")
    .map((line) => line.split("|"));
}
