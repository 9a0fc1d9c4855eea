/** What stands in the grid of a quote: days with their lines, the free places, the prices, then supplements and options. */
import { driversEachOf } from "#domain/quote/costing.ts";
import type { QuoteSheet, SheetDay, SheetLine } from "#domain/quote/quote-sheet.ts";

export type GridRow =
  | { readonly kind: "general"; readonly id: string }
  | { readonly kind: "day"; readonly id: string; readonly day: SheetDay; readonly index: number }
  | { readonly kind: "line"; readonly id: string; readonly line: SheetLine }
  | { readonly kind: "extra"; readonly id: string; readonly line: SheetLine }
  | { readonly kind: "freePlaces"; readonly id: string; readonly ratePercent: string | null }
  | { readonly kind: "leaders" | "exactPrice" | "price" | "marginRate"; readonly id: string };

export type LineRow = Extract<GridRow, { readonly kind: "line" | "extra" }>;

export const isLineRow = (row: GridRow | undefined): row is LineRow => row?.kind === "line" || row?.kind === "extra";

/** Lines of no day come first, under their own heading once there are days. Who may not see costs sees no row made of them. */
export function rowsOf(sheet: QuoteSheet, costs: boolean): readonly GridRow[] {
  const inBase = (dayId: string | null): GridRow[] =>
    sheet.lines.filter((line) => line.part === "base" && line.dayId === dayId).map((line) => ({ kind: "line", id: line.id, line }));
  const general = inBase(null);
  const hasHeading = general.length > 0 && sheet.days.length > 0;
  return [
    ...(hasHeading ? [{ kind: "general", id: "general" } as const] : []),
    ...general,
    ...sheet.days.flatMap((day, index): GridRow[] => [{ kind: "day", id: day.id, day, index }, ...inBase(day.id)]),
    ...(sheet.freePlaces.rule === "none"
      ? []
      : [{ kind: "freePlaces", id: "freePlaces", ratePercent: sheet.freePlacesRatePercent } as const]),
    ...(hasStaff(sheet) ? [{ kind: "leaders", id: "leaders" } as const] : []),
    ...(costs ? [{ kind: "exactPrice", id: "exactPrice" } as const] : []),
    { kind: "price", id: "price" },
    ...sheet.lines.filter(({ part }) => part !== "base").map((line): GridRow => ({ kind: "extra", id: line.id, line })),
    ...(costs ? [{ kind: "marginRate", id: "marginRate" } as const] : []),
  ];
}

const hasStaff = ({ leaders, lines }: QuoteSheet): boolean => leaders > 0 || lines.some((line) => driversEachOf(line) > 0);

/** A column before the prices, or the number of payers of a base. */
export type GridColumnId = "name" | "calculation" | "cost" | "rate" | number;

export function columnsOf(bases: readonly number[], costs: boolean): readonly GridColumnId[] {
  const figures: GridColumnId[] = costs ? ["cost", "rate"] : [];
  return ["name", "calculation", ...figures, ...bases.toSorted((a, b) => a - b)];
}

/** Whether typing there means something. */
export function isTypable(row: GridRow | undefined, column: GridColumnId | undefined): boolean {
  if (row === undefined || column === undefined || typeof column === "number") return false;
  if (isLineRow(row)) return true;
  if (row.kind === "day") return column === "name" || column === "rate";
  return row.kind === "freePlaces" && column === "rate";
}
