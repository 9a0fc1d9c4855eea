import { useState } from "react";
import type { Activity } from "#contract/activity.ts";
import { ActivityRow, type RowActs, type Within } from "#web/activity/activity-row.tsx";
import { useActivityActs } from "#web/activity/use-activities.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import styles from "#web/activity/activity.module.css";

type JustDoneProps = {
  readonly done: readonly Activity[];
  readonly acts: RowActs;
  readonly within: Within;
  readonly onPlanNext: (one: Activity) => void;
};

/** What was ticked a moment ago stays in sight: its result in a word, and what comes next. Skipping both is fine. */
export function JustDone({ done, acts, within, onPlanNext }: JustDoneProps) {
  const { words } = useSpoken();
  if (done.length === 0) return null;
  return (
    <Panel title={words.activity.justDone} count={done.length} isFlush className={styles.justDone}>
      <ul className={styles.list}>
        {done.map((one) => (
          <Done key={one.id} one={one} acts={acts} within={within} onPlanNext={onPlanNext} />
        ))}
      </ul>
    </Panel>
  );
}

type DoneProps = Omit<JustDoneProps, "done"> & { readonly one: Activity };

function Done({ one, acts, within, onPlanNext }: DoneProps) {
  const [kept, setKept] = useState(one);
  return (
    <>
      <ActivityRow one={{ ...kept, outcome: null }} acts={{ ...acts, onTick: () => acts.onTick(kept) }} within={within} />
      <li>
        <Aftermath one={kept} onSaved={setKept} onPlanNext={onPlanNext} />
      </li>
    </>
  );
}

type AftermathProps = { readonly one: Activity; readonly onSaved?: (one: Activity) => void; readonly onPlanNext: (one: Activity) => void };

/** Under what was just done: how it went, and what comes of it. */
export function Aftermath({ one, onSaved, onPlanNext }: AftermathProps) {
  const { words } = useSpoken();
  const own = useActivityActs();
  const [outcome, setOutcome] = useState(one.outcome ?? "");
  const save = async (): Promise<void> => {
    const text = outcome.trim() === "" ? null : outcome.trim();
    if (text === one.outcome) return;
    const saved = await own.edit(one, { outcome: text });
    if (saved) onSaved?.(saved);
  };
  return (
    <div className={styles.after}>
      <TextField
        label={words.activity.field.outcome}
        hidesLabel
        placeholder={words.activity.result}
        value={outcome}
        onChange={setOutcome}
        onBlur={() => void save()}
        onKeyDown={(event) => event.key === "Enter" && void save()}
        maxLength={20_000}
      />
      <Button size="small" onPress={() => onPlanNext(one)}>
        {words.activity.planNext}
      </Button>
    </div>
  );
}
