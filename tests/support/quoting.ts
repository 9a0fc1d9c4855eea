import { expect } from "vitest";
import { newLine, type SheetLine } from "#domain/quote/quote-sheet.ts";
import { newId } from "#server/platform/new-id.ts";
import type { Loose, TestUser } from "#tests/support/agency.ts";

export const line = (facts: Partial<SheetLine> = {}): SheetLine =>
  newLine({ id: newId(), name: "Coach", currency: "EUR", unitCost: "100.00", ...facts });
export const add = (one: SheetLine): Loose => ({ kind: "addLine", line: one, afterLineId: null });
export const set = (field: string, was: unknown, to: unknown): Loose => ({ kind: "setSheet", field, was, to });
export const setLine = (lineId: string, field: string, was: unknown, to: unknown): Loose => ({ kind: "setLine", lineId, field, was, to });
export const at = (quote: Loose, number = 1, rest = ""): string => `/quotes/${quote.id}/versions/${number}${rest}`;

/** Quotes as a person asks for them, and answers that are not as expected told in full. */
export class Quoting {
  readonly #user: () => TestUser;

  constructor(user: () => TestUser) {
    this.#user = user;
  }

  readonly ask = async (method: string, path: string, body?: Loose, who = this.#user()): Promise<Loose> => {
    const answer = await who.ask(method, path, body === undefined ? {} : { body });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body;
  };

  readonly refused = async (method: string, path: string, body?: Loose, who = this.#user()): Promise<Loose> => {
    const answer = await who.ask(method, path, body === undefined ? {} : { body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    return { status: answer.status, ...answer.body };
  };

  /** On an opportunity, at 20 % mark-up: with a cost of 500.00 each payer pays 600.00. */
  readonly aPricedQuote = async (opportunityId: string, { cost = "500.00", currency = "EUR" } = {}): Promise<Loose> => {
    const made = await this.ask("POST", "/quotes", { from: {}, opportunityId, name: "Naples" });
    const edits = [
      set("bases", made.sheet.bases, [20, 40]),
      set("payers", made.sheet.payers, 20),
      set("currency", made.sheet.currency, currency),
      set("ratePercent", null, "20"),
      set("mode", made.sheet.mode, "markup"),
      add(line({ unitCost: cost, currency })),
    ].filter((edit) => edit.kind !== "setSheet" || edit.was !== edit.to);
    return (await this.ask("PATCH", at(made.quote), { edits })).quote;
  };
}
