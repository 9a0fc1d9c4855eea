import { useMemo, type ReactNode } from "react";
import { sheetChecks, type SheetCheck } from "#domain/quote/sheet-checks.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { formatNearDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import { costingProblemText } from "#web/quote/costing-problem-text.ts";
import styles from "#web/quote/quote-side.module.css";

const SHOWN = 4;

/** What keeps the sheet from being reckoned, then what should be looked at before it is sent. */
export function QuoteChecks({ work }: { work: QuoteWork }) {
  const { words } = useAllSpoken();
  const { today } = useSurroundings();
  const { sheet, figures, problems } = work.reckoned;
  const checks = useMemo(() => sheetChecks(sheet, figures, today), [sheet, figures, today]);
  const say = words.quoting.check;
  return (
    <Panel title={say.title} {...(problems.length > 0 ? { edge: "danger" } : {})}>
      {problems.length + checks.length === 0 && <p className={styles.quiet}>{say.nothing}</p>}
      {problems.map((problem) => (
        <Problem key={problem.pointer + problem.code} problem={problem} work={work} />
      ))}
      {checks.map((check) => (
        <Check key={JSON.stringify(check)} check={check} work={work} />
      ))}
    </Panel>
  );
}

function Problem({ problem, work }: { problem: FieldProblem; work: QuoteWork }) {
  const spoken = useAllSpoken();
  const { words } = spoken;
  const index = /^\/lines\/(\d+)/.exec(problem.pointer)?.[1];
  const line = index === undefined ? undefined : work.reckoned.costing.lines[Number(index)];
  return (
    <div className={styles.check}>
      <Pill kind="danger">{words.quoting.check.impossible}</Pill>
      <p>
        {line && <LineLink lineId={line.id} work={work} />} {costingProblemText(problem, spoken)}
      </p>
    </div>
  );
}

function Check({ check, work }: { check: SheetCheck; work: QuoteWork }) {
  const text = useCheckText(check);
  const isQuiet = check.kind === "withoutSupplier" || check.kind === "withoutCost";
  const lineIds = "lineIds" in check ? check.lineIds : [];
  return (
    <div className={styles.check}>
      <Pill kind={isQuiet ? "neutral" : "warning"}>{text}</Pill>
      {lineIds.length > 0 && (
        <p>
          {lineIds.slice(0, SHOWN).map((lineId, index) => (
            <LineLink key={lineId} lineId={lineId} work={work} before={index > 0 && ", "} />
          ))}
          {lineIds.length > SHOWN && ` + ${lineIds.length - SHOWN}`}
        </p>
      )}
    </div>
  );
}

function useCheckText(check: SheetCheck): string {
  const { words } = useAllSpoken();
  const { locale, today } = useSurroundings();
  const say = words.quoting.check;
  const near = (day: string): string => formatNearDay(day, today, locale);
  switch (check.kind) {
    case "priceEnds":
      return check.isOver ? say.priceEnded({ day: near(check.on) }) : say.priceEnds({ day: near(check.on) });
    case "priceOutside":
    case "withoutSupplier":
    case "withoutCost":
      return say[check.kind]({ n: check.lineIds.length });
    case "oldRates":
    case "validityOver":
      return say[check.kind]({ day: near(check.on) });
    case "rateMissing":
      return say.rateMissing({ list: check.currencies.join(", ") });
    case "aboveCapacity":
      return say.aboveCapacity(check);
    case "belowMinimum":
      return say.belowMinimum({ n: check.payers });
    case "negativeMargin":
      return say.negativeMargin({ list: check.payers.join(", ") });
  }
}

type LineLinkProps = { readonly lineId: string; readonly work: QuoteWork; readonly before?: ReactNode };

function LineLink({ lineId, work, before }: LineLinkProps) {
  const line = work.reckoned.sheet.lines.find(({ id }) => id === lineId);
  if (!line) return null;
  return (
    <>
      {before}
      <button type="button" className={styles.link} onClick={() => work.openLine(lineId)}>
        {line.name}
      </button>
    </>
  );
}
