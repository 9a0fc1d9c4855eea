import type { PriceText } from "#web/quote/cell-texts.ts";
import type { GridColumnId, GridRow } from "#web/quote/quote-grid-rows.ts";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import type { Editing, GridActs } from "#web/quote/use-grid-acts.ts";

export type QuoteRowProps = {
  readonly row: GridRow;
  readonly index: number;
  readonly columns: readonly GridColumnId[];
  readonly prices: readonly PriceText[];
  /** What its rate may come from. */
  readonly inherited: string;
  readonly activeColumn: number | undefined;
  readonly heldFrom: number | undefined;
  readonly heldTo: number | undefined;
  readonly editing: Editing | undefined;
  readonly isHovered: boolean;
  readonly onHover: (rowId: string) => void;
  readonly statusId: string;
  readonly work: QuoteWork;
  readonly acts: GridActs;
};
