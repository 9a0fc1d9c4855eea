import { useState } from "react";
import type { Activity } from "#contract/activity.ts";
import { ask } from "#web/api/api.ts";
import { bodyOf, changeOf, draftOf, problemsIn, type Doing, type Draft } from "#web/activity/activity-draft.ts";
import { ActivityConflict } from "#web/activity/activity-conflict.tsx";
import { ActivityFields } from "#web/activity/activity-fields.tsx";
import { useActivityActs, type ActivityEdit } from "#web/activity/use-activities.ts";
import { Form } from "#web/app/form.tsx";
import { useMe } from "#web/app/me.ts";
import { useUndo } from "#web/app/undo.ts";
import { useSpoken } from "#web/app/words.ts";
import { writeOver, type Overtaken } from "#web/app/write-over.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import type { Watched } from "#web/activity/use-watched.ts";

export type ActivityDialogProps = {
  readonly doing: Doing;
  readonly onClose: () => void;
  /** The opportunity's clock: planning beyond its limit proposes to wait until then. */
  readonly watched?: Watched | undefined;
  readonly clientId?: string | undefined;
};

const FIELDS = ["title", "dueOn", "dueTime", "opportunityId", "contactId", "assigneeId"];

/** Plans an activity, notes one that is done, or changes one. */
export function ActivityDialog({ doing, onClose, watched, clientId }: ActivityDialogProps) {
  const { words } = useSpoken();
  const say = words.activity;
  const { today } = useSurroundings();
  const me = useMe();
  const [draft, setDraft] = useState<Draft>(() => draftOf(doing, { today, me: me.id }));
  const save = useSaving({ doing, draft, onClose, zone: me.workspace.timezone });
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const title = { plan: say.plan, log: say.log, edit: say.editTitle }[doing.kind];
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <Form
        onSubmit={() => void save.run()}
        failure={save.failure}
        fields={FIELDS}
        actions={
          <>
            <Button look="primary" type="submit" isPending={save.isPending}>
              {doing.kind === "plan" ? say.planShort : words.common.save}
            </Button>
            <Button onPress={onClose}>{words.common.cancel}</Button>
          </>
        }
      >
        {save.overtaken && (
          <ActivityConflict
            key={save.overtaken.current.version}
            overtaken={save.overtaken}
            contact={draft.contact}
            onKeep={() => void save.run()}
            onTake={onClose}
          />
        )}
        <SendKey run={() => void save.run()} label={words.common.save} />
        <ActivityFields doing={doing} draft={draft} set={set} problems={save.shown} watched={watched} clientId={clientId} />
      </Form>
    </Dialog>
  );
}

function SendKey({ run, label }: { run: () => void; label: string }) {
  useShortcut({ keys: "mod+enter", label, group: label, worksInFields: true, isHidden: true }, run);
  return null;
}

type SavingOptions = { readonly doing: Doing; readonly draft: Draft; readonly onClose: () => void; readonly zone: string };

function useSaving({ doing, draft, onClose, zone }: SavingOptions) {
  const { words } = useSpoken();
  const acts = useActivityActs();
  const { offerUndo } = useUndo();
  const [isAsked, setIsAsked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [overtaken, setOvertaken] = useState<Overtaken<Activity, ActivityEdit>>();
  const problems = problemsIn(draft, doing);
  /** False when a person has to choose first. */
  const edit = async (over: Activity, change: ActivityEdit): Promise<boolean> => {
    const write = (body: ActivityEdit, version: number) => ask("editActivity", { params: { id: over.id }, body }, { ifMatch: version });
    const written = await writeOver(over, change, write);
    setOvertaken("overtaken" in written ? written.overtaken : undefined);
    return "saved" in written;
  };
  const send = async (): Promise<boolean> => {
    if (doing.kind === "edit") {
      const change = changeOf(draft, doing.one, zone);
      return Object.keys(change).length === 0 || edit(overtaken?.current ?? doing.one, change);
    }
    const body = bodyOf(draft, doing, zone);
    const made = await ask("createActivity", { body });
    offerUndo(doing.kind === "log" ? words.activity.logged(made) : words.activity.planned(made));
    if (draft.waits && made.opportunity && draft.dueOn !== null)
      await ask("waitOpportunity", { params: { id: made.opportunity.id }, body: { until: draft.dueOn, reason: made.title } });
    return true;
  };
  const run = async (): Promise<void> => {
    setIsAsked(true);
    if (isPending || Object.values(problems).some(Boolean)) return;
    setIsPending(true);
    try {
      if (!(await send())) return;
      await acts.refresh();
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setIsPending(false);
    }
  };
  return { run, isPending, failure, overtaken, shown: isAsked ? problems : { title: false, time: false, owner: false } };
}
