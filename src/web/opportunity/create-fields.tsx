import { lazy, Suspense, type ReactNode } from "react";
import type { ApiProblem } from "#web/api/api.ts";
import { useMe, usePeople, usePipelines, useSources } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { Select } from "#web/kit/select.tsx";
import { StageDot } from "#web/kit/stage-dot.tsx";
import { StarButton } from "#web/kit/star-button.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { tideOf } from "#web/kit/tide.ts";
import { ClientField } from "#web/opportunity/client-field.tsx";
import { DestinationField } from "#web/opportunity/destination-field.tsx";
import { MainContactField } from "#web/opportunity/main-contact-field.tsx";
import { withDate, type NewOpportunity } from "#web/opportunity/new-opportunity.ts";
import { TagPicker } from "#web/tag/tag-picker.tsx";
import styles from "#web/opportunity/create-sheet.module.css";

const CustomCreate = lazy(async () => ({ default: (await import("#web/custom-field/custom-create.tsx")).CustomCreate }));

export type FieldsProps = {
  readonly values: NewOpportunity;
  readonly set: (change: Partial<NewOpportunity>) => void;
  /** The button was pressed: what is missing is said. */
  readonly isAsked: boolean;
  readonly problem: ApiProblem | undefined;
};

export function CreateFields(props: FieldsProps) {
  return (
    <>
      <Who {...props} />
      <When {...props} />
      <HowMuch {...props} />
      <Where {...props} />
      <Suspense fallback={null}>
        <CustomCreate
          recordType="opportunity"
          values={props.values.custom}
          onChange={(custom) => props.set({ custom })}
          problem={props.problem}
        />
      </Suspense>
    </>
  );
}

function Row({ columns, children }: { columns: 2 | 3; children: ReactNode }) {
  return <div className={columns === 2 ? styles.two : styles.three}>{children}</div>;
}

function Who({ values, set, isAsked, problem }: FieldsProps) {
  const { words } = useSpoken();
  const { create: say, field } = words.opportunity;
  const missing = (isMissing: boolean, sentence: string): string | undefined => (isAsked && isMissing ? sentence : undefined);
  return (
    <>
      <TextField
        label={field.name}
        autoFocus
        value={values.name}
        onChange={(name) => set({ name })}
        maxLength={200}
        error={missing(values.name.trim() === "", say.nameRequired) ?? problem?.fieldError("name")}
      />
      <ClientField
        value={values.client}
        onChange={(client) => set({ client })}
        details={values.newClient}
        onDetails={(newClient) => set({ newClient })}
        error={missing(values.client === null, say.clientRequired) ?? problem?.fieldError("clientId")}
      />
      <Row columns={2}>
        <MainContactField
          clientId={values.client?.id || undefined}
          value={values.contact}
          onChange={(contact) => set({ contact })}
          error={problem?.fieldError("contacts")}
        />
        <DestinationField
          label={field.destinations}
          isOptional
          values={values.destinations}
          onChange={(destinations) => set({ destinations })}
          error={problem?.fieldError("destinations")}
        />
      </Row>
    </>
  );
}

function When({ values, set, problem }: FieldsProps) {
  const { words } = useSpoken();
  const { field, nights } = words.opportunity;
  return (
    <Row columns={3}>
      <DateField
        label={field.departsOn}
        isOptional
        value={values.departsOn}
        onChange={(day) => day !== values.departsOn && set(withDate(values, "departsOn", day))}
        error={problem?.fieldError("departsOn")}
      />
      <DateField
        label={field.returnsOn}
        isOptional
        value={values.returnsOn}
        onChange={(day) => day !== values.returnsOn && set(withDate(values, "returnsOn", day))}
        error={problem?.fieldError("returnsOn")}
      />
      <NumberField
        label={field.duration}
        isOptional
        value={values.days}
        min={1}
        max={999}
        {...(values.days === null ? {} : { unit: nights({ n: values.days - 1 }) })}
        onChange={(days) => days !== values.days && set(withDate(values, "days", days))}
      />
    </Row>
  );
}

function HowMuch({ values, set, problem }: FieldsProps) {
  const { words } = useSpoken();
  const { create: say, field } = words.opportunity;
  const { currency } = useMe().workspace;
  return (
    <Row columns={3}>
      <MoneyField
        label={field.amount}
        isOptional
        hint={say.amountHint}
        value={values.amount}
        onChange={(amount) => set({ amount })}
        currency={currency}
        error={problem?.fieldError("amount")}
      />
      <MoneyField
        label={field.objective}
        isOptional
        value={values.objective}
        onChange={(objective) => set({ objective })}
        currency={currency}
        error={problem?.fieldError("objective")}
      />
      <NumberField
        label={field.participants}
        isOptional
        value={values.adults}
        min={0}
        max={100_000}
        unit="pax"
        onChange={(adults) => set({ adults })}
        error={problem?.fieldError("adults")}
      />
    </Row>
  );
}

/** Where it starts in the pipeline, with whom, and what else is known at the first exchange. */
function Where({ values, set, problem }: FieldsProps) {
  const { words } = useSpoken();
  const { field, starOn, starOff, priority, ordinary } = words.opportunity;
  const { currency } = useMe().workspace;
  const me = useMe();
  const stages = usePipelines().data?.data[0]?.stages ?? [];
  const people = usePeople().data?.data.filter((person) => person.active) ?? [];
  const sources = useSources().data?.data ?? [];
  return (
    <>
      <div className={styles.where}>
        <Select
          label={field.stage}
          options={stages.map((stage, index) => ({
            id: stage.id,
            label: stage.name,
            before: <StageDot tide={tideOf(index, stages.length)} />,
          }))}
          value={values.stageId ?? stages[0]?.id ?? null}
          onChange={(stageId) => set({ stageId })}
        />
        <Select
          label={field.manager}
          options={people.map(({ id, name }) => ({ id, label: name, before: <Avatar name={name} isDecorative /> }))}
          value={values.managerId ?? me.id}
          onChange={(managerId) => set({ managerId })}
        />
        <div className={styles.priority}>
          <span className={styles.label}>{field.priority}</span>
          <span>
            <StarButton isOn={values.priority} onChange={(isOn) => set({ priority: isOn })} label={values.priority ? starOff : starOn} />
            {values.priority ? priority : ordinary}
          </span>
        </div>
      </div>
      <Row columns={3}>
        <DateField
          label={field.expectedCloseOn}
          isOptional
          value={values.expectedCloseOn}
          onChange={(expectedCloseOn) => set({ expectedCloseOn })}
          error={problem?.fieldError("expectedCloseOn")}
        />
        <MoneyField
          label={field.budgetPerPerson}
          isOptional
          value={values.budgetPerPerson}
          onChange={(budgetPerPerson) => set({ budgetPerPerson })}
          currency={currency}
          error={problem?.fieldError("budgetPerPerson")}
        />
        <Select
          label={field.source}
          isOptional
          options={sources.map(({ id, name }) => ({ id, label: name }))}
          value={values.sourceId}
          onChange={(sourceId) => set({ sourceId })}
          placeholder="–"
        />
      </Row>
      <TagPicker
        label={words.tag.title}
        isOptional
        hint={undefined}
        values={values.tags}
        onChange={(tags) => set({ tags })}
        error={problem?.fieldError("tagIds")}
      />
    </>
  );
}
