import type { LinePart } from "#domain/quote/costing.ts";
import type { SheetLine } from "#domain/quote/quote-sheet.ts";
import type { SheetEdit } from "#domain/quote/sheet-edit.ts";
import { setLine } from "#web/quote/cell-edits.ts";

/** Of the base price, a supplement, an option: what only makes sense for one of them goes. */
export function editsOfPart(line: SheetLine, part: LinePart): readonly SheetEdit[] {
  if (part === line.part) return [];
  const isNegative = line.unitCost.startsWith("-");
  return setLine(line, {
    part,
    ...(part === "base" && isNegative ? { unitCost: line.unitCost.slice(1) } : {}),
    ...(part === "base" && line.quantityType !== "perVehicleInUse" ? { ofLineId: null } : {}),
  });
}
