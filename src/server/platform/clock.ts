import { dayInZone } from "#domain/shared/zone.ts";
import type { Day, Instant } from "#domain/shared/day.ts";

/** The one clock. Tests set it with ESCALE_TEST_NOW, which is refused outside of them. */
export function now(): Date {
  const fixed = process.env["ESCALE_TEST_NOW"];
  if (fixed && process.env["NODE_ENV"] === "test") return new Date(fixed);
  return new Date();
}

export function nowInstant(): Instant {
  return now().toISOString();
}

export function todayIn(timeZone: string): Day {
  return dayInZone(nowInstant(), timeZone);
}
