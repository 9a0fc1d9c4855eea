import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Product } from "#contract/product.ts";
import { addDays, type Day } from "#domain/shared/day.ts";
import { ApiProblem, ask } from "#web/api/api.ts";
import type { Conflict } from "#web/app/record-edits.ts";
import { useUndo } from "#web/app/undo.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { writeOver, type Overtaker } from "#web/app/write-over.ts";
import { PRODUCTS, productKey } from "#web/catalogue/use-catalogue.ts";
import { formatDay, formatMoney } from "#web/kit/format.ts";
import type { Words } from "#words/en.ts";

type Period = Product["periods"][number];

/** A period as it is typed: its days may still be missing. */
export type PeriodDraft = {
  readonly key: number;
  readonly takesFocus: boolean;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly cost: string | null;
  readonly price: string | null;
};

type PeriodField = "from" | "until" | "cost" | "price";

export type PeriodsFormState = ReturnType<typeof usePeriodsForm>;

/** The periods of a product while they are edited, and their saving as a whole with the version that was seen. */
export function usePeriodsForm(product: Product, onDone: () => void) {
  const { words, locale } = useAllSpoken();
  const client = useQueryClient();
  const { offerUndo } = useUndo();
  const seen = useRef(product);
  const [rows, setRows] = useState(() => firstRows(product.periods));
  const [isAsked, setIsAsked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [overtaken, setOvertaken] = useState<{ readonly by: Overtaker | undefined }>();
  const [failure, setFailure] = useState<unknown>();

  const save = async (over: Product): Promise<void> => {
    setIsPending(true);
    try {
      const body = { periods: rows.filter(isComplete).map(({ from, until, cost, price }) => ({ from, until, cost, price })) };
      const written = await writeOver(over, body, (change, version) =>
        ask("editProduct", { params: { id: product.id }, body: change }, { ifMatch: version }),
      );
      setFailure(undefined);
      client.setQueryData(productKey(product.id), "saved" in written ? written.saved : written.overtaken.current);
      if ("overtaken" in written) return setOvertaken(written.overtaken);
      void client.invalidateQueries({ queryKey: PRODUCTS });
      offerUndo(words.catalogue.periods.saved(product));
      onDone();
    } catch (error) {
      setFailure(error);
    } finally {
      setIsPending(false);
    }
  };
  const say = (periods: readonly Period[]) => textOf(periods, product.currency, words, locale);
  const mine = say(rows.filter(isComplete));
  const submit = (): void => {
    setIsAsked(true);
    if (isPending || !rows.every(isComplete)) return;
    if (mine === say(seen.current.periods)) onDone();
    else void save(seen.current);
  };
  const conflict: Conflict = {
    field: "periods",
    mine,
    by: overtaken?.by,
    keepMine: () => void save(product),
    takeTheirs: onDone,
  };
  return {
    rows,
    submit,
    isPending,
    failure,
    conflict: overtaken ? conflict : undefined,
    theirs: say(product.periods),
    add: () => setRows((before) => [...before, blankAfter(before)]),
    remove: (key: number) => {
      setFailure(undefined);
      setRows((before) => before.filter((row) => row.key !== key));
    },
    change: (key: number, change: Partial<PeriodDraft>) =>
      setRows((before) => before.map((row) => (row.key === key ? { ...row, ...change } : row))),
    errorOf: (index: number, field: PeriodField): string | undefined => {
      const isMissing = (field === "from" || field === "until") && rows[index]?.[field] === null;
      if (isAsked && isMissing) return words.catalogue.periods.dayRequired;
      return failure instanceof ApiProblem ? failure.fieldError(`periods/${index}/${field}`) : undefined;
    },
  };
}

const byDay = (periods: readonly Period[]): Period[] => periods.toSorted((one, other) => one.from.localeCompare(other.from));

function firstRows(periods: readonly Period[]): PeriodDraft[] {
  if (periods.length === 0) return [blankAfter([])];
  return byDay(periods).map((period, key) => ({ key, takesFocus: key === 0, ...period }));
}

/** The next period begins the day after the last one. */
function blankAfter(rows: readonly PeriodDraft[]): PeriodDraft {
  const until = rows.at(-1)?.until ?? null;
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  return { key, takesFocus: true, from: until && addDays(until, 1), until: null, cost: null, price: null };
}

function isComplete(row: PeriodDraft): row is PeriodDraft & { readonly from: Day; readonly until: Day } {
  return row.from !== null && row.until !== null;
}

/** One period a line, for the choice between two versions. */
function textOf(periods: readonly Period[], currency: string, words: Words, locale: string): string {
  const say = words.catalogue.periods;
  const money = (amount: string) => formatMoney({ amount, currency }, locale);
  return byDay(periods)
    .map(({ from, until, cost, price }) =>
      say.text({
        from: formatDay(from, locale),
        until: formatDay(until, locale),
        cost: cost === null ? "" : say.costOf({ cost: money(cost) }),
        price: price === null ? "" : say.priceOf({ price: money(price) }),
      }),
    )
    .join("\n");
}
