import { DEFAULT_STAGES } from "#domain/pipeline/pipeline.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { formatPercent } from "#web/kit/format.ts";
import { RouteLine, type RouteStop } from "#web/kit/route-line.tsx";
import { tideOf } from "#web/kit/tide.ts";
import { parameterWords } from "#words/parameter-words.ts";
import styles from "#web/access/welcome-page.module.css";

/** A picture of the stages that wait; they are edited in the settings. */
export function FirstPipeline() {
  const { locale, words } = useAllSpoken();
  const { welcome } = words.access;
  const stages: RouteStop[] = DEFAULT_STAGES.map(({ word, probabilityPercent }, index) => ({
    id: word,
    label: parameterWords[locale].stage[word],
    note: formatPercent(probabilityPercent, locale),
    state: "next",
    tide: tideOf(index, DEFAULT_STAGES.length),
  }));
  return (
    <div>
      <p className={styles.label}>{welcome.pipeline}</p>
      <div className={styles.pipeline} tabIndex={0} role="region" aria-label={welcome.pipeline}>
        <RouteLine
          label={welcome.pipeline}
          look="tide"
          stops={[...stages, { id: "won", label: welcome.won, note: formatPercent(100, locale), state: "won" }]}
        />
      </div>
      <p className={styles.hint}>{welcome.pipelineHint}</p>
    </div>
  );
}
