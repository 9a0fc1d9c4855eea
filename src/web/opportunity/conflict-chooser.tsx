import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { ask } from "#web/api/api.ts";
import { useMe, usePeople, usePipelines, useSources, useTeams } from "#web/app/me.ts";
import { useReport } from "#web/app/use-report.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatInstant } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import {
  askAbout,
  currentConflict,
  subscribeToConflict,
  valueIn,
  valueOf,
  type ChangedField,
  type Conflict,
} from "#web/opportunity/conflict.ts";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";
import { useSaveOpportunity } from "#web/opportunity/use-opportunity.ts";
import { optionOf, useTagOptions } from "#web/tag/use-tags.ts";
import { fieldName } from "#web/timeline/field-name.ts";
import { valueText } from "#web/timeline/value-text.ts";
import styles from "#web/opportunity/conflict-chooser.module.css";

const CustomConflictRow = lazy(async () => ({ default: (await import("#web/opportunity/custom-conflict-row.tsx")).CustomConflictRow }));

/** Both values, who wrote the other one and when: one of the two stays. */
export function ConflictChooser() {
  const conflict = useSyncExternalStore(subscribeToConflict, currentConflict);
  useEffect(() => () => askAbout(undefined), []);
  return conflict ? <Chooser key={`${conflict.current.id} ${conflict.current.version}`} conflict={conflict} /> : null;
}

function Chooser({ conflict }: { conflict: Conflict }) {
  const { words } = useSpoken();
  const { conflict: say } = words.opportunity;
  const { current, body, fields } = conflict;
  const save = useSaveOpportunity(current);
  const report = useReport();
  const region = useRef<HTMLElement>(null);
  const by = useWriter(current, fields);
  useEffect(() => region.current?.focus(), []);
  const keep = (): void => {
    askAbout(undefined);
    void save(body).catch((error: unknown) => report(error, OPPORTUNITIES));
  };
  return (
    <section ref={region} role="alert" aria-label={say.title} tabIndex={-1} className={styles.chooser}>
      <p className={styles.title}>
        <b>{say.title}</b> {current.name}
        {by && <span>{say.by(by)}</span>}
      </p>
      <table className={styles.values}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say.yours}</th>
            <th scope="col">{say.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) =>
            field.startsWith("custom.") ? (
              <Suspense key={field} fallback={null}>
                <CustomConflictRow field={field} conflict={conflict} />
              </Suspense>
            ) : (
              <Row key={field} field={field} conflict={conflict} />
            ),
          )}
        </tbody>
      </table>
      <p className={styles.acts}>
        <Button look="primary" size="small" onPress={keep}>
          {say.keep}
        </Button>
        <Button size="small" onPress={() => askAbout(undefined)}>
          {say.take}
        </Button>
      </p>
    </section>
  );
}

function Row({ field, conflict }: { field: ChangedField; conflict: Conflict }) {
  const { words } = useSpoken();
  const textOf = useValueText(conflict.current);
  return (
    <tr>
      <th scope="row">{fieldName(field, words) ?? field}</th>
      <td>{textOf(field, valueOf(conflict.body, field))}</td>
      <td>{textOf(field, valueIn(conflict.current, field))}</td>
    </tr>
  );
}

const MONEY = new Set<string>(["amount", "objective", "budgetPerPerson"]);

/** References by name, money with its currency, the rest as the timeline writes it. */
function useValueText(one: Opportunity): (field: ChangedField, value: unknown) => string {
  const { words, locale } = useSpoken();
  const people = usePeople().data?.data ?? [];
  const teams = useTeams().data?.data ?? [];
  const sources = useSources().data?.data ?? [];
  const stages = usePipelines().data?.data.flatMap((pipeline) => pipeline.stages) ?? [];
  const tags = [...(useTagOptions() ?? []), ...one.tags.map(optionOf)];
  const named = [...people, ...teams, ...sources, ...stages];
  return (field, value) => {
    if (field === "tagIds") return (value as string[]).map((id) => tags.find((tag) => tag.id === id)?.label ?? "…").join(", ") || "–";
    const known = field.endsWith("Id") ? named.find(({ id }) => id === value)?.name : undefined;
    const written = MONEY.has(field) && typeof value === "string" ? { amount: value, currency: one.currency } : value;
    return valueText({ field, from: null, to: written, fromWords: null, toWords: known ?? null }, "to", words, locale);
  };
}

/** Who last wrote one of these fields, and when. */
function useWriter(one: Opportunity, fields: readonly ChangedField[]): { name: string; at: string } | undefined {
  const { locale } = useSurroundings();
  const zone = useMe().workspace.timezone;
  const facts = useQuery({
    queryKey: [...OPPORTUNITIES, "writer", one.id, one.version],
    queryFn: () => ask("showOpportunityTimeline", { params: { id: one.id }, query: {} }),
  });
  const fact = facts.data?.data.find((candidate) =>
    candidate.fields.some(({ field }) => fields.some((name) => field === name || `${field}PerPerson` === name)),
  );
  return fact && { name: fact.actor.name, at: formatInstant(fact.at, locale, zone) };
}
