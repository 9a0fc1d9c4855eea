import { lazy, Suspense, useMemo, useState } from "react";
import type { Explanation } from "#domain/quote/explanation.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { useUndo } from "#web/app/undo.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { useToasts } from "#web/kit/toast.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { AddLine } from "#web/quote/add-line.tsx";
import { EditClash } from "#web/quote/edit-clash.tsx";
import { MarginChart } from "#web/quote/margin-chart.tsx";
import { PlanPanel } from "#web/quote/plan-panel.tsx";
import { QuoteBar } from "#web/quote/quote-bar.tsx";
import { QuoteChecks } from "#web/quote/quote-checks.tsx";
import { QuoteGrid } from "#web/quote/quote-grid.tsx";
import { QuoteReading } from "#web/quote/quote-reading.tsx";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import { reckon } from "#web/quote/reckoned-sheet.ts";
import { seenBases } from "#web/quote/seen-bases.ts";
import { SeenTotals } from "#web/quote/seen-totals.tsx";
import { TotalsPanel } from "#web/quote/totals-panel.tsx";
import type { QuoteVersion } from "#web/quote/use-quote.ts";
import { useSheetSession, type Session } from "#web/quote/use-sheet-session.ts";
import side from "#web/quote/quote-side.module.css";
import styles from "#web/quote/quote-page.module.css";

const LineSheet = lazy(async () => ({ default: (await import("#web/quote/line-sheet.tsx")).LineSheet }));
const ExplanationPanel = lazy(async () => ({ default: (await import("#web/quote/explanation-panel.tsx")).ExplanationPanel }));

/** The builder: chips above, the grid, what it comes to at its right. */
export function QuoteBuilder({ version }: { version: QuoteVersion }) {
  const session = useSheetSession(version);
  const { state } = session;
  const [lineId, setLineId] = useState<string>();
  const [explanation, setExplanation] = useState<Explanation>();
  const isPhone = useIsPhone();
  const reckoned = useMemo(() => reckon(state.sheet, version.agency), [state.sheet, version.agency]);
  const costs = version.can.seeCosts;
  const work: QuoteWork = {
    reckoned,
    costs,
    seenBases: costs ? undefined : seenBases(version),
    canEdit: version.can.edit,
    edit: (edits) => session.session.edit(typeof edits === "function" ? edits(session.session.state().sheet) : edits),
    openLine: setLineId,
    explain: setExplanation,
  };
  useHistoryKeys(session, version.can.edit);
  const line = state.sheet.lines.find(({ id }) => id === lineId);
  return (
    <div className={styles.page}>
      <QuoteBar version={version} work={work} session={session} />
      <EditClash session={session} sheet={state.sheet} />
      <div className={styles.columns}>
        <div className={styles.grid}>
          {isPhone ? <QuoteReading work={work} /> : <QuoteGrid work={work} />}
          {version.can.price && <AddLine work={work} />}
        </div>
        <aside className={side.side}>{costs ? <Side work={work} /> : <SeenTotals version={version} />}</aside>
      </div>
      <Suspense fallback={null}>
        {line && <LineSheet work={work} line={line} onClose={() => setLineId(undefined)} />}
        {explanation && <ExplanationPanel work={work} explanation={explanation} onClose={() => setExplanation(undefined)} />}
      </Suspense>
    </div>
  );
}

function Side({ work }: { work: QuoteWork }) {
  return (
    <>
      <TotalsPanel work={work} />
      <PlanPanel work={work} />
      <QuoteChecks work={work} />
      <MarginChart work={work} />
    </>
  );
}

/** Undo and redo of what was typed here; where nothing was, the last change of this tab. */
function useHistoryKeys({ session }: Session, canEdit: boolean): void {
  const { words } = useAllSpoken();
  const toasts = useToasts();
  const { undo } = useUndo();
  const say = words.quoting.keys;
  const tell = (conflicts: ReturnType<typeof session.undo>): void => {
    const [first] = conflicts ?? [];
    if (first) toasts.show({ text: say.changedSince({ name: first.name ?? "" }), kind: "error" });
  };
  const back = (): void => {
    const conflicts = session.undo();
    if (conflicts === undefined) void undo();
    else tell(conflicts);
  };
  const group = words.quoting.title;
  useShortcut({ keys: "mod+z", label: say.undo, group, worksInFields: false }, back, canEdit);
  useShortcut({ keys: "z", label: say.undo, group, isHidden: true }, back, canEdit);
  useShortcut({ keys: "mod+shift+z", label: say.redo, group, worksInFields: false }, () => tell(session.redo()), canEdit);
}
