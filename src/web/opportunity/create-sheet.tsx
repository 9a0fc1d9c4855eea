import { useNavigate } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiProblem, ask } from "#web/api/api.ts";
import { closeCreateSheet, useCreateDraft, type CreateDraft } from "#web/app/create-store.ts";
import { useMe } from "#web/app/me.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { Sheet } from "#web/kit/sheet.tsx";
import { keepDraft, keptDraft } from "#web/opportunity/create-draft.ts";
import { CreateFields } from "#web/opportunity/create-fields.tsx";
import { blank, bodyOf, isStarted, type NewOpportunity } from "#web/opportunity/new-opportunity.ts";
import { useMakeTags } from "#web/tag/make-tags.ts";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";
import styles from "#web/opportunity/create-sheet.module.css";

/** The sheet "New opportunity", opened from anywhere by N. */
export function CreateSheetHost() {
  const draft = useCreateDraft();
  return draft === undefined ? null : <CreateSheet draft={draft} />;
}

function CreateSheet({ draft }: { draft: CreateDraft }) {
  const { words } = useSpoken();
  const say = words.opportunity.create;
  const form = useForm(draft);
  const [isAsked, setIsAsked] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const submit = useSubmit(form.values, () => setIsAsked(true), form.forget);
  const leave = (): void => (form.isStarted ? setIsLeaving(true) : closeCreateSheet());
  const another = async (): Promise<void> => {
    if (!(await submit.run(false))) return;
    const { client, stageId, managerId } = form.values;
    form.set({ ...blank({}), client: client?.id === "" ? null : client, stageId, managerId });
    setIsAsked(false);
  };
  return (
    <Sheet
      isOpen
      onClose={leave}
      title={say.title}
      note={form.isStarted && say.draftKept}
      onSubmit={() => void submit.run(true)}
      footer={
        <>
          <Button type="submit" look="primary" isPending={submit.isPending} kbd="mod+enter">
            {say.submit}
          </Button>
          <Button onPress={() => void another()}>{say.another}</Button>
          <Button look="quiet" onPress={leave} className={styles.end}>
            {words.common.close}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <CreateFields values={form.values} set={form.set} isAsked={isAsked} problem={submit.problem} />
      </div>
      {isLeaving && <Leaving onStay={() => setIsLeaving(false)} onForget={form.forget} />}
    </Sheet>
  );
}

/** The values, with the draft of before; every change is kept on this device. */
function useForm(draft: CreateDraft) {
  const { id } = useMe();
  const [values, setValues] = useState<NewOpportunity>(() => {
    const empty = blank(draft);
    const kept = keptDraft(id, empty);
    if (!kept) return empty;
    return { ...kept, name: draft.name ?? kept.name, client: empty.client ?? kept.client, stageId: draft.stageId ?? kept.stageId };
  });
  const [isForgotten, setIsForgotten] = useState(false);
  const started = isStarted(values) || values.name !== "";
  useEffect(() => keepDraft(id, started && !isForgotten ? values : undefined), [id, values, started, isForgotten]);
  return {
    values,
    isStarted: isStarted(values),
    set: (change: Partial<NewOpportunity>): void => setValues((before) => ({ ...before, ...change })),
    forget: (): void => {
      keepDraft(id, undefined);
      setIsForgotten(true);
    },
  };
}

function Leaving({ onStay, onForget }: { onStay: () => void; onForget: () => void }) {
  const { words } = useSpoken();
  const say = words.opportunity.create;
  const forget = (): void => {
    onForget();
    closeCreateSheet();
  };
  const actions = (
    <>
      <Button look="primary" onPress={closeCreateSheet}>
        {words.common.close}
      </Button>
      <Button onPress={onStay}>{say.keep}</Button>
      <Button look="danger-quiet" onPress={forget}>
        {say.forget}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onStay} title={say.question} role="alertdialog" size="small" actions={actions}>
      {say.questionText}
    </Dialog>
  );
}

/** Creates it with its client in one request: both are written, or neither. */
function useSubmit(values: NewOpportunity, onAsked: () => void, onCreated: () => void) {
  const { words } = useSpoken();
  const navigate = useNavigate();
  const client = useQueryClient();
  const report = useReport();
  const make = useMakeTags();
  const { offerUndo } = useUndo();
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const run = async (opens: boolean): Promise<boolean> => {
    onAsked();
    const body = bodyOf(values);
    if (!body || isPending) return false;
    setIsPending(true);
    try {
      const tagIds = await make(values.tags);
      if (!tagIds) return false;
      const created = await ask("createOpportunity", { body: { ...body, tagIds } });
      setProblem(undefined);
      offerUndo(words.opportunity.create.created(created));
      await client.invalidateQueries({ queryKey: OPPORTUNITIES });
      if (opens) {
        onCreated();
        closeCreateSheet();
        await navigate({ to: "/opportunities/$id", params: { id: created.id } });
      }
      return true;
    } catch (error) {
      if (error instanceof ApiProblem && error.body.errors) setProblem(error);
      else report(error, OPPORTUNITIES);
      return false;
    } finally {
      setIsPending(false);
    }
  };
  return { run, isPending, problem };
}
