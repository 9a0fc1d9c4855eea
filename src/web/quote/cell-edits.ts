/** What typing into a cell of the grid, emptying it or copying it down does to the sheet. */
import { isRoom } from "#domain/quote/costing.ts";
import type { QuoteSheet, SheetLine } from "#domain/quote/quote-sheet.ts";
import type { LineField, SheetEdit } from "#domain/quote/sheet-edit.ts";
import type { QuantityType } from "#domain/product/product.ts";
import { isLineRow, type GridColumnId, type GridRow } from "#web/quote/quote-grid-rows.ts";
import { readCost, readRate } from "#web/quote/typed-figures.ts";

export type Typing = {
  readonly sheet: QuoteSheet;
  /** A regional one: "fr-FR". */
  readonly locale: string;
  /** "per group", in the reader's words. */
  readonly readQuantityType: (text: string) => QuantityType | undefined;
};

export type Cell = { readonly row: GridRow; readonly column: GridColumnId };

const MAX_NAME = 200;
const ROOM_OF = 2;
const SEATS = 50;

/** Undefined: it cannot be read. No edits: nothing changes. */
export function editsOfTyped(typing: Typing, { row, column }: Cell, text: string): readonly SheetEdit[] | undefined {
  if (isLineRow(row)) return ofLine(typing, { line: row.line, column }, text);
  if (row.kind === "day" && column === "name") return [setDay(row.day, "title", text.trim().slice(0, MAX_NAME))].filter(isChange);
  if (column !== "rate") return undefined;
  const rate = text.trim() === "" ? null : readRate(text, typing.locale);
  if (rate === undefined) return undefined;
  if (row.kind === "day") return [setDay(row.day, "ratePercent", rate)].filter(isChange);
  return row.kind === "freePlaces" ? [setFreePlacesRate(typing.sheet, rate)].filter(isChange) : undefined;
}

function ofLine(typing: Typing, { line, column }: { line: SheetLine; column: GridColumnId }, text: string): SheetEdit[] | undefined {
  const typed = text.trim();
  switch (column) {
    case "name":
      return typed === "" ? undefined : setLine(line, { name: typed.slice(0, MAX_NAME) });
    case "calculation": {
      const type = typing.readQuantityType(typed);
      return type && quantityTypeEdits(typing.sheet, line, type);
    }
    case "cost":
      return costEdits(typing, line, typed);
    case "rate": {
      const ratePercent = typed === "" ? null : readRate(typed, typing.locale);
      return ratePercent === undefined ? undefined : setLine(line, { ratePercent });
    }
    default:
      return undefined;
  }
}

/** Of a percentage line its percentage; only a supplement may cost less than nothing. */
function costEdits({ locale }: Typing, line: SheetLine, typed: string): SheetEdit[] | undefined {
  if (line.quantityType === "percentage") {
    const percent = readRate(typed, locale);
    return percent === undefined || percent.startsWith("-") ? undefined : setLine(line, { percent });
  }
  const cost = readCost(typed, line.currency, locale);
  if (!cost || (cost.unitCost.startsWith("-") && line.part !== "supplement")) return undefined;
  return setLine(line, cost);
}

/** With what the new way of counting cannot do without: the places of a room, the seats of a coach, the vehicle counted. */
export function quantityTypeEdits(sheet: QuoteSheet, line: SheetLine, quantityType: QuantityType): SheetEdit[] {
  const vehicle = sheet.lines.find(({ id, part, quantityType: type }) => id !== line.id && part === "base" && type === "perCapacity");
  const needs = {
    ...(isRoom(quantityType) && line.capacity === null ? { capacity: ROOM_OF } : {}),
    ...(quantityType === "perCapacity" && line.capacity === null ? { capacity: SEATS } : {}),
    ...(quantityType === "percentage" && line.percent === null ? { percent: "0" } : {}),
    ...(quantityType === "perVehicleInUse" && line.ofLineId === null && vehicle ? { ofLineId: vehicle.id } : {}),
    ...(quantityType !== "perVehicleInUse" && line.ofLineId !== null && line.part === "base" ? { ofLineId: null } : {}),
  };
  return setLine(line, { quantityType, ...needs });
}

/** Delete: an overridden rate is inherited again, a cost is nothing. */
export function editsOfEmptied(sheet: QuoteSheet, { row, column }: Cell): readonly SheetEdit[] {
  if (column === "rate") {
    if (isLineRow(row)) return setLine(row.line, { ratePercent: null });
    if (row.kind === "day") return [setDay(row.day, "ratePercent", null)].filter(isChange);
    return row.kind === "freePlaces" ? [setFreePlacesRate(sheet, null)].filter(isChange) : [];
  }
  if (column !== "cost" || !isLineRow(row)) return [];
  return setLine(row.line, row.line.quantityType === "percentage" ? { percent: "0" } : { unitCost: "0" });
}

/** The same cell of another line, with all that belongs to it. */
export function editsOfCopied(from: SheetLine, to: SheetLine, column: GridColumnId): readonly SheetEdit[] {
  switch (column) {
    case "name":
      return setLine(to, { name: from.name });
    case "calculation": {
      const { quantityType, capacity, capacityKind, percent } = from;
      const ofLineId = from.ofLineId === to.id ? to.ofLineId : from.ofLineId;
      return setLine(to, { quantityType, capacity, capacityKind, percent: percent ?? to.percent, ofLineId });
    }
    case "cost":
      if (from.quantityType === "percentage") return setLine(to, { percent: from.percent });
      return setLine(to, { unitCost: from.unitCost, currency: from.currency });
    case "rate":
      return setLine(to, { ratePercent: from.ratePercent });
    default:
      return [];
  }
}

/** Only what changes. */
export function setLine(line: SheetLine, change: Partial<Pick<SheetLine, LineField>>): SheetEdit[] {
  return Object.entries(change)
    .map(([field, to]): SheetEdit => ({ kind: "setLine", lineId: line.id, field: field as LineField, was: line[field as LineField], to }))
    .filter(isChange);
}

type DayRow = Extract<GridRow, { readonly kind: "day" }>;

export function setDay(day: DayRow["day"], field: "title" | "ratePercent", to: string | null): SheetEdit {
  return { kind: "setDay", dayId: day.id, field, was: day[field], to };
}

function setFreePlacesRate(sheet: QuoteSheet, to: string | null): SheetEdit {
  return { kind: "setSheet", field: "freePlacesRatePercent", was: sheet.freePlacesRatePercent, to };
}

/** What is typed as it stood already changes nothing; 5900 is 5900.00. */
export function isChange(edit: SheetEdit): boolean {
  if (!("was" in edit)) return true;
  const { was, to } = edit;
  const isFigure = edit.field === "unitCost" || edit.field === "ratePercent" || edit.field === "percent";
  if (isFigure && typeof was === "string" && typeof to === "string") return Number(was) !== Number(to);
  return JSON.stringify(was) !== JSON.stringify(to);
}
