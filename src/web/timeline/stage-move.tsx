import { usePipelines } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Arrow } from "#web/kit/date-range.tsx";
import { formatPercent } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { StageDot } from "#web/kit/stage-dot.tsx";
import { tideOf } from "#web/kit/tide.ts";
import type { Fact } from "#web/timeline/timeline-event.ts";
import styles from "#web/timeline/timeline.module.css";

/** Both stages by name, both probabilities, and how long it stayed at the first. */
export function StageMove({ event, days }: { event: Fact; days: number | undefined }) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const stage = event.fields.find((field) => field.field === "stageId");
  const probability = event.fields.find((field) => field.field === "probabilityPercent");
  const percent = (value: unknown) => (typeof value === "number" ? formatPercent(value, locale) : "–");
  const { probability: name } = words.opportunity.field;
  return (
    <p className={styles.move}>
      <Dot id={stage?.from} /> {stage?.fromWords ?? "–"} <Arrow /> <Dot id={stage?.to} /> <b>{stage?.toWords ?? "–"}</b>{" "}
      <span className={styles.quiet}>
        {probability && (
          <>
            {name.toLocaleLowerCase()} {percent(probability.from)} <Arrow /> {percent(probability.to)}
          </>
        )}
        {days !== undefined && days > 0 && `${probability ? ", " : ""}${words.timeline.after({ days })}`}
      </span>
    </p>
  );
}

function Dot({ id }: { id: unknown }) {
  const pipelines = usePipelines().data?.data ?? [];
  const stages = pipelines.find((pipeline) => pipeline.stages.some((stage) => stage.id === id))?.stages ?? [];
  const at = stages.findIndex((stage) => stage.id === id);
  return at < 0 ? null : <StageDot tide={tideOf(at, stages.length)} />;
}
