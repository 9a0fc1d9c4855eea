import { useMemo } from "react";
import {
  conditionsIn,
  isCondition,
  valuesOf,
  type Condition,
  type FieldKind,
  type FilterTree,
  type Operator,
} from "#domain/filter/filter.ts";
import { someDays } from "#domain/filter/period.ts";
import { isDay } from "#domain/shared/day.ts";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { formatDay, formatMoney, formatNumber } from "#web/kit/format.ts";
import { useFieldNames, useFieldOptions, useFields, useFilterWords } from "#web/view/use-filter-fields.ts";
import type { FilterWords } from "#words/filter-words.ts";

export function operatorName(kind: FieldKind | undefined, op: Operator, say: FilterWords): string {
  return (kind && say.of[kind]?.[op]) ?? say.operators[op];
}

export function periodName(period: string, say: FilterWords): string {
  const some = someDays(period);
  if (some) return say.someDays({ side: some.side, n: some.days });
  return (say.periods as Readonly<Record<string, string>>)[period] ?? period;
}

/** What a part of a filter says, for a chip: its field, and the rest of the sentence. */
export function useConditionText(): (tree: FilterTree) => { readonly label: string; readonly value: string } {
  const say = useFilterWords();
  const { locale } = useSpoken();
  const { currency } = useMe().workspace;
  const options = useFieldOptions();
  const fields = useFields();
  const nameOf = useFieldNames();
  return useMemo(() => {
    const shown = ({ field, op }: Condition, value: string | number): string => {
      const kind = fields[field]?.kind;
      const chosen = options[field]?.find(({ id }) => id === value);
      if (chosen) return chosen.label;
      if (op === "during") return periodName(String(value), say);
      if (kind === "money") return formatMoney({ amount: String(value), currency }, locale);
      if (kind === "number") return formatNumber(value, locale);
      if (kind === "day") return dayText(String(value), { say, locale });
      return fields[field]?.isId ? "…" : String(value);
    };
    return (tree) => {
      if (!isCondition(tree))
        return { label: "any" in tree ? say.anyOf : say.allOf, value: say.conditions({ n: conditionsIn(tree).length }) };
      const label = nameOf(tree.field);
      if (typeof tree.value === "boolean") return { label, value: tree.value ? say.yes : say.no };
      const values = valuesOf(tree).map((value) => shown(tree, value));
      const isPlain = tree.op === "is" || tree.op === "during";
      return {
        label,
        value: [
          ...(isPlain ? [] : [operatorName(fields[tree.field]?.kind, tree.op, say)]),
          values.join(tree.op === "between" ? " – " : ", "),
        ]
          .join(" ")
          .trim(),
      };
    };
  }, [say, locale, currency, options, fields, nameOf]);
}

function dayText(value: string, { say, locale }: { say: FilterWords; locale: "en" | "fr" | "it" }): string {
  if (isDay(value)) return formatDay(value, locale);
  const days = value.replace("today", "").replace("-", "−");
  return `${say.periods.today}${days === "" ? "" : ` ${days}`}`;
}
