import type { Explanation } from "#domain/quote/explanation.ts";
import type { QuoteSheet } from "#domain/quote/quote-sheet.ts";
import type { SheetEdit } from "#domain/quote/sheet-edit.ts";
import type { BaseFigures } from "#web/quote/cell-texts.ts";
import type { Reckoned } from "#web/quote/reckoned-sheet.ts";

/** What every part of the builder needs: the sheet as it is now, what may be done with it, and how. */
export type QuoteWork = {
  readonly reckoned: Reckoned;
  /** Whether costs, rates and margins are seen and changed. */
  readonly costs: boolean;
  /** Prices as the server tells them to those who may not see costs. */
  readonly seenBases: readonly BaseFigures[] | undefined;
  /** Words may be changed; with `costs` figures too. */
  readonly canEdit: boolean;
  /** Edits, or those that the sheet as it is then asks for. */
  readonly edit: (edits: readonly SheetEdit[] | ((sheet: QuoteSheet) => readonly SheetEdit[])) => void;
  readonly openLine: (lineId: string) => void;
  readonly explain: (explanation: Explanation) => void;
};

export const mayEditFigures = ({ canEdit, costs }: QuoteWork): boolean => canEdit && costs;
