import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, type Answer } from "#web/api/api.ts";
import type { OpportunityCard } from "#contract/opportunity.ts";
import type { Filters } from "#web/opportunity/opportunity-search.ts";

export type Board = Answer<"showBoard">;
export type BoardColumn = Board["columns"][number];
export type BoardSort = "nextActivity" | "expectedCloseOn" | "departsOn" | "amount" | "lastTouchAt";

export const OPPORTUNITIES = ["opportunities"] as const;

export const boardKey = (filters: Filters, sort: BoardSort) => [...OPPORTUNITIES, "board", filters, sort] as const;

export function useBoard(filters: Filters, sort: BoardSort) {
  const client = useQueryClient();
  const key = boardKey(filters, sort);
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const query = { ...(filters as object), sort };
      const board = await ask("showBoard", { query }, { signal });
      const depthOf = (stageId: string): number =>
        client.getQueryData<Board>(key)?.columns.find((one) => one.stageId === stageId)?.cards.length ?? 0;
      const columns = await Promise.all(
        board.columns.map((column) =>
          asDeep(
            column,
            () => depthOf(column.stageId),
            (cursor, limit) =>
              ask("showBoardColumn", { params: { stageId: column.stageId }, query: { ...query, cursor, limit } }, { signal }),
          ),
        ),
      );
      return { ...board, columns };
    },
    placeholderData: (before) => before,
  });
}

const MOST = 100;
type NextCards = (cursor: string, limit: number) => Promise<Answer<"showBoardColumn">>;

/** Asked again, a column is as long as the reader has drawn it out: where they are does not move. */
async function asDeep(column: BoardColumn, depth: () => number, next: NextCards): Promise<BoardColumn> {
  let { cards, nextCursor } = column;
  while (nextCursor !== null && cards.length < depth()) {
    const page: Answer<"showBoardColumn"> = await next(nextCursor, Math.min(MOST, depth() - cards.length));
    cards = [...cards, ...page.cards];
    nextCursor = page.nextCursor;
  }
  return { ...column, cards, nextCursor };
}

/** Minor units without a float: "40600.50" → 4060050n, to two decimals at most of what the board adds up. */
const minor = (amount: string): bigint => BigInt(amount.replace(".", ""));
const decimals = (amount: string): number => amount.split(".")[1]?.length ?? 0;
function plus(a: string, b: string, sign: 1n | -1n): string {
  const digits = Math.max(decimals(a), decimals(b));
  const of = (text: string) => minor(text.includes(".") ? text : text) * 10n ** BigInt(digits - decimals(text));
  const sum = of(a) + sign * of(b);
  const text = (sum < 0n ? -sum : sum).toString().padStart(digits + 1, "0");
  return `${sum < 0n ? "-" : ""}${digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`}`;
}

/** The card is in its new column at once; the sums follow exactly when the server has answered. */
export function moveCard(board: Board, card: OpportunityCard, to: { readonly stageId: string; readonly place: number } | undefined): Board {
  const columns = board.columns.map((column) => {
    if (column.stageId === card.stageId)
      return {
        ...column,
        count: column.count - 1,
        total: { ...column.total, amount: plus(column.total.amount, card.amount.amount, -1n) },
        cards: column.cards.filter((one) => one.id !== card.id),
      };
    if (column.stageId === to?.stageId)
      return {
        ...column,
        count: column.count + 1,
        total: { ...column.total, amount: plus(column.total.amount, card.amount.amount, 1n) },
        cards: column.cards.toSpliced(to.place, 0, { ...card, stageId: to.stageId }),
      };
    return column;
  });
  return { ...board, columns };
}

export function useBoardChanges(filters: Filters, sort: BoardSort) {
  const client = useQueryClient();
  const key = boardKey(filters, sort);
  return {
    /** Shows a change before the server has answered; returns the way back. */
    show: async (change: (board: Board) => Board): Promise<() => void> => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<Board>(key);
      if (before) client.setQueryData(key, change(before));
      return () => client.setQueryData(key, before);
    },
    refresh: () => client.invalidateQueries({ queryKey: OPPORTUNITIES }),
  };
}
