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
import { formatDay, formatMoney, weekdayName } from "#web/kit/format.ts";
import type { Words } from "#words/en.ts";

type Period = Product["periods"][number];

/** A period as it is typed: its days may still be missing. */
export type PeriodDraft = {
  readonly key: number;
  readonly takesFocus: boolean;
  readonly from: Day | null;
  readonly until: Day | null;
  /** Its second line of fields is open. */
  readonly isOpen: boolean;
} & Omit<Period, "from" | "until">;

const BLANK = {
  takesFocus: true,
  isOpen: false,
  until: null,
  weekdays: null,
  cost: null,
  price: null,
  currency: null,
  quantityType: null,
  allotment: null,
};

type PeriodField = keyof Period;

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
      const body = { periods: rows.filter(isComplete).map(periodOf) };
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
  const mine = say(rows.filter(isComplete).map(periodOf));
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
  return byDay(periods).map((period, key) => ({ key, takesFocus: key === 0, isOpen: isParticular(period), ...period }));
}

/** The next period begins the day after the last one. */
function blankAfter(rows: readonly PeriodDraft[]): PeriodDraft {
  const until = rows.at(-1)?.until ?? null;
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  return { ...BLANK, key, from: until && addDays(until, 1) };
}

/** Sent as it is drawn, without what the form alone knows. */
function periodOf({ key: _key, takesFocus: _takesFocus, isOpen: _isOpen, ...period }: CompleteDraft): Period {
  return period;
}

/** It says more than days and figures. */
export const isParticular = ({ weekdays, currency, quantityType, allotment }: Period): boolean =>
  weekdays !== null || currency !== null || quantityType !== null || allotment !== null;

type CompleteDraft = PeriodDraft & { readonly from: Day; readonly until: Day };

function isComplete(row: PeriodDraft): row is CompleteDraft {
  return row.from !== null && row.until !== null;
}

/** One period a line, for the choice between two versions. */
function textOf(periods: readonly Period[], currency: string, words: Words, locale: string): string {
  const say = words.catalogue.periods;
  return byDay(periods)
    .map((period) => {
      const money = (amount: string) => formatMoney({ amount, currency: period.currency ?? currency }, locale);
      const text = say.text({
        from: formatDay(period.from, locale),
        until: formatDay(period.until, locale),
        cost: period.cost === null ? "" : say.costOf({ cost: money(period.cost) }),
        price: period.price === null ? "" : say.priceOf({ price: money(period.price) }),
      });
      return [text, ...particularsOf(period, words, locale)].join(" · ");
    })
    .join("\n");
}

/** What a period says beside its days and figures: "ven., sam.", "per person", "20 rooms". */
export function particularsOf({ weekdays, quantityType, allotment }: Period, words: Words, locale: string): string[] {
  return [
    weekdays && weekdays.map((day) => weekdayName(day, locale)).join(", "),
    quantityType && words.catalogue.products.quantityType[quantityType],
    allotment,
  ].filter((part) => part !== null);
}
