import type { GridColumn } from "#domain/quote/costing-grid.ts";
import type { QuoteSheet, SheetLine } from "#domain/quote/quote-sheet.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { formatAmount } from "#domain/shared/money.ts";
import type { PaperSection, Writing } from "#server/quote/pdf/paper.ts";
import { quotePdfWords } from "#words/quote-pdf-words.ts";

export type PaperTable = {
  readonly language: Locale;
  readonly sheet: QuoteSheet;
  readonly columns: readonly GridColumn[];
  readonly write: Writing;
};

/** What the client pays, and nothing of what it costs. */
export function priceSections(table: PaperTable): PaperSection[] {
  const words = quotePdfWords[table.language];
  return [
    basesSection(table),
    extraSection(table, { part: "supplement", title: words.supplements }),
    extraSection(table, { part: "option", title: words.options }),
    paymentSection(table),
  ].filter(({ rows }) => rows.length > 0);
}

function basesSection({ language, sheet, columns, write }: PaperTable): PaperSection {
  const words = quotePdfWords[language];
  return {
    title: words.pricePerPerson,
    note: words.pricesNote,
    columns: [
      { label: words.group, figure: false },
      { label: words.perPerson, figure: true },
    ],
    rows: columns.map(({ price, total }) => ({
      kind: "plain",
      cells: [words.from({ payers: total.payers }), write.money(formatAmount(price.minor, sheet.currency))],
    })),
  };
}

type Extra = { readonly part: SheetLine["part"]; readonly title: string };

/** Each by the size of the group, for whoever takes it. */
function extraSection({ language, sheet, columns, write }: PaperTable, { part, title }: Extra): PaperSection {
  const words = quotePdfWords[language];
  const priceOf = ({ extras }: GridColumn, line: SheetLine): string => {
    const extra = extras.find(({ lineId }) => lineId === line.id);
    return extra ? write.money(formatAmount(extra.minor, sheet.currency)) : "–";
  };
  return {
    title,
    note: "",
    columns: [
      { label: words.line, figure: false },
      ...columns.map(({ total }) => ({ label: words.from({ payers: total.payers }), figure: true })),
    ],
    rows: sheet.lines
      .filter((line) => line.part === part)
      .map((line) => ({ kind: "plain", cells: [line.publicName ?? line.name, ...columns.map((column) => priceOf(column, line))] })),
  };
}

function paymentSection({ language, sheet, write }: PaperTable): PaperSection {
  const words = quotePdfWords[language];
  return {
    title: words.payment,
    note: "",
    columns: [
      { label: words.instalment, figure: false },
      { label: words.due, figure: false },
      { label: words.share, figure: true },
    ],
    rows: sheet.paymentPlan.map(({ name, daysBeforeDeparture, percent }) => ({
      kind: "plain",
      cells: [name, daysBeforeDeparture === null ? words.atBooking : words.daysBefore({ n: daysBeforeDeparture }), write.percent(percent)],
    })),
  };
}
