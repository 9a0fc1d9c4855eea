import { useNavigate } from "@tanstack/react-router";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, ask } from "#web/api/api.ts";
import { closeCreateSheet, useCreateDraft, type CreateDraft } from "#web/app/create-store.ts";
import { useMay, useMe, usePipelines } from "#web/app/me.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Combobox } from "#web/kit/combobox.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import type { Option } from "#web/kit/option.ts";
import { Select } from "#web/kit/select.tsx";
import { Sheet } from "#web/kit/sheet.tsx";
import { TagField } from "#web/kit/tag-field.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { blank, bodyOf, isStarted, type NewOpportunity } from "#web/opportunity/new-opportunity.ts";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";
import styles from "#web/opportunity/lose-dialog.module.css";

/** The sheet "New opportunity", opened from anywhere by N. */
export function CreateSheetHost() {
  const draft = useCreateDraft();
  return draft === undefined ? null : <CreateSheet draft={draft} />;
}

function CreateSheet({ draft }: { draft: CreateDraft }) {
  const { words } = useSpoken();
  const say = words.opportunity.create;
  const [values, setValues] = useState<NewOpportunity>(() => blank(draft));
  const [isAsked, setIsAsked] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const submit = useSubmit(values, () => setIsAsked(true));
  const set = (change: Partial<NewOpportunity>): void => setValues((before) => ({ ...before, ...change }));
  const leave = (): void => (isStarted(values) ? setIsLeaving(true) : closeCreateSheet());
  const another = async (): Promise<void> => {
    if (!(await submit.run(false))) return;
    setValues({ ...blank(draft), client: values.client, stageId: values.stageId });
    setIsAsked(false);
  };
  return (
    <Sheet
      isOpen
      onClose={leave}
      title={say.title}
      onSubmit={() => void submit.run(true)}
      footer={
        <>
          <Button type="submit" look="primary" isPending={submit.isPending}>
            {say.submit}
          </Button>
          <Button onPress={() => void another()}>{say.another}</Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p>{say.note}</p>
        <Fields values={values} set={set} isAsked={isAsked} problem={submit.problem} />
      </div>
      {isLeaving && <Leaving onStay={() => setIsLeaving(false)} />}
    </Sheet>
  );
}

function Leaving({ onStay }: { onStay: () => void }) {
  const { words } = useSpoken();
  const say = words.opportunity.create;
  const actions = (
    <>
      <Button look="danger" onPress={closeCreateSheet}>
        {say.discard}
      </Button>
      <Button onPress={onStay}>{say.keep}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onStay} title={say.question} role="alertdialog" size="small" actions={actions}>
      {null}
    </Dialog>
  );
}

type FieldsProps = {
  readonly values: NewOpportunity;
  readonly set: (change: Partial<NewOpportunity>) => void;
  readonly isAsked: boolean;
  readonly problem: ApiProblem | undefined;
};

function Fields({ values, set, isAsked, problem }: FieldsProps) {
  const { words } = useSpoken();
  const { create: say, field } = words.opportunity;
  const { currency } = useMe().workspace;
  const stages = usePipelines().data?.data[0]?.stages ?? [];
  const of = (name: string): string | undefined => problem?.fieldError(name);
  const missing = (isMissing: boolean, sentence: string): string | undefined => (isAsked && isMissing ? sentence : undefined);
  return (
    <>
      <TextField
        label={field.name}
        autoFocus
        value={values.name}
        onChange={(name) => set({ name })}
        maxLength={200}
        error={missing(values.name.trim() === "", say.nameRequired) ?? of("name")}
      />
      <ClientField
        value={values.client}
        onChange={(client) => set({ client })}
        error={missing(values.client === null, say.clientRequired) ?? of("clientId")}
      />
      <TagField
        label={field.destinations}
        isOptional
        values={values.destinations}
        onChange={(destinations) => set({ destinations })}
        matches={[]}
        onSearch={() => undefined}
        allowsFreeText
        error={of("destinations")}
      />
      <DateField
        label={field.departsOn}
        isOptional
        value={values.departsOn}
        onChange={(departsOn) => set({ departsOn })}
        error={of("departsOn")}
      />
      <DateField
        label={field.returnsOn}
        isOptional
        value={values.returnsOn}
        onChange={(returnsOn) => set({ returnsOn })}
        error={of("returnsOn")}
      />
      <NumberField
        label={field.adults}
        isOptional
        value={values.adults}
        min={0}
        max={100_000}
        onChange={(adults) => set({ adults })}
        error={of("adults")}
      />
      <MoneyField
        label={field.amount}
        isOptional
        hint={say.amountHint}
        value={values.amount}
        onChange={(amount) => set({ amount })}
        currency={currency}
        error={of("amount")}
      />
      <MoneyField
        label={field.objective}
        isOptional
        value={values.objective}
        onChange={(objective) => set({ objective })}
        currency={currency}
        error={of("objective")}
      />
      <Select
        label={field.stage}
        options={stages.map((stage) => ({ id: stage.id, label: stage.name }))}
        value={values.stageId ?? stages[0]?.id ?? null}
        onChange={(stageId) => set({ stageId })}
      />
      <DateField
        label={field.expectedCloseOn}
        isOptional
        value={values.expectedCloseOn}
        onChange={(expectedCloseOn) => set({ expectedCloseOn })}
        error={of("expectedCloseOn")}
      />
    </>
  );
}

type ClientFieldProps = {
  readonly value: Option | null;
  readonly onChange: (client: Option | null) => void;
  readonly error: string | undefined;
};

/** Finds a client, or offers to create the one that was typed. */
function ClientField({ value, onChange, error }: ClientFieldProps) {
  const { words } = useSpoken();
  const [text, setText] = useState("");
  const mayCreate = useMay("clients", "write");
  const found = useQuery({
    queryKey: ["clients", "matches", text],
    queryFn: () => ask("listClients", { query: { limit: 8, ...(text === "" ? {} : { q: text }) } }),
    placeholderData: (before) => before,
  });
  const matches = (found.data?.data ?? []).map((client) => ({ id: client.id, label: client.name }));
  const create = (name: string): void => onChange({ id: "", label: name });
  return (
    <Combobox
      label={words.opportunity.field.client}
      value={value}
      onChange={onChange}
      matches={matches}
      onSearch={setText}
      isLoading={found.isFetching}
      {...(mayCreate ? { onCreate: create } : {})}
      error={error}
    />
  );
}

/** Creates it with its client in one request: both are written, or neither. */
function useSubmit(values: NewOpportunity, onAsked: () => void) {
  const { words } = useSpoken();
  const navigate = useNavigate();
  const client = useQueryClient();
  const report = useReport();
  const { offerUndo } = useUndo();
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const run = async (opens: boolean): Promise<boolean> => {
    onAsked();
    const body = bodyOf(values);
    if (!body || isPending) return false;
    setIsPending(true);
    try {
      const created = await ask("createOpportunity", { body });
      setProblem(undefined);
      offerUndo(words.opportunity.create.created(created));
      await client.invalidateQueries({ queryKey: OPPORTUNITIES });
      if (opens) {
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
