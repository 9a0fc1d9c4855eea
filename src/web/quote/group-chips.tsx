import type { FreePlaceRule } from "#domain/quote/costing.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { NumberField } from "#web/kit/number-field.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { BasesField } from "#web/quote/bases-field.tsx";
import { SheetChip, useSet, type ChipProps } from "#web/quote/sheet-chip.tsx";

/** Who travels: the bases, leaders and children. */
export function GroupChip({ work }: ChipProps) {
  const { words } = useAllSpoken();
  const { sheet } = work.reckoned;
  const set = useSet(work);
  const say = words.quoting.chip;
  const ends = [Math.min(...sheet.bases), Math.max(...sheet.bases)];
  const value = sheet.bases.length === 0 ? "–" : [...new Set(ends)].join("–");
  const others = [
    sheet.leaders > 0 && say.leadersShort({ n: sheet.leaders }),
    sheet.children > 0 && say.childrenShort({ n: sheet.children }),
  ].filter(Boolean);
  return (
    <SheetChip work={work} label={say.group} value={[say.bases({ n: sheet.bases.length, range: value }), ...others].join(", ")}>
      {() => (
        <>
          <BasesField work={work} />
          <NumberField label={say.leaders} min={0} max={100} value={sheet.leaders} onChange={(to) => to !== null && set("leaders", to)} />
          <NumberField
            label={say.children}
            hint={say.childrenHint}
            min={0}
            max={500}
            value={sheet.children}
            onChange={(to) => to !== null && set("children", to)}
          />
        </>
      )}
    </SheetChip>
  );
}

/** After how many a place is free for the client. */
export function FreePlacesChip({ work }: ChipProps) {
  const { words } = useAllSpoken();
  const { sheet } = work.reckoned;
  const set = useSet(work);
  const say = words.quoting.chip;
  const rule = sheet.freePlaces;
  return (
    <SheetChip work={work} label={say.freePlaces} value={shortRule(rule, say.ruleShort)}>
      {() => (
        <>
          <RadioGroup
            label={say.freePlaces}
            value={rule.rule}
            options={(["none", "onPayers", "oneIn", "afterPaying", "thresholds"] as const).map((id) => ({
              id,
              label: say.rules[id],
              ...(id === "oneIn" ? { hint: say.oneInHint } : {}),
            }))}
            onChange={(to) => set("freePlaces", ruleOf(to as FreePlaceRule["rule"], rule))}
          />
          {"n" in rule && (
            <NumberField
              label={say.every}
              min={rule.rule === "oneIn" ? 2 : 1}
              max={500}
              value={rule.n}
              onChange={(n) => n !== null && set("freePlaces", { ...rule, n })}
            />
          )}
          {rule.rule === "thresholds" && <BasesField work={work} thresholds={rule.thresholds} />}
        </>
      )}
    </SheetChip>
  );
}

type Short = Readonly<Record<"onPayers" | "oneIn" | "afterPaying", (p: { n: number }) => string>> & {
  readonly none: string;
  readonly thresholds: (p: { list: string }) => string;
};

/** "1 for 20" */
function shortRule(rule: FreePlaceRule, say: Short): string {
  if (rule.rule === "none") return say.none;
  return rule.rule === "thresholds" ? say.thresholds({ list: rule.thresholds.join(", ") }) : say[rule.rule]({ n: rule.n });
}

function ruleOf(to: FreePlaceRule["rule"], before: FreePlaceRule): FreePlaceRule {
  if (to === "none") return { rule: "none" };
  if (to === "thresholds") return { rule: "thresholds", thresholds: [20, 40, 60] };
  return { rule: to, n: "n" in before ? before.n : 20 };
}
