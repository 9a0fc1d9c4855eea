import { dayInZone } from "#domain/shared/zone.ts";
import type { Opportunity } from "#contract/opportunity.ts";
import type { proposesWaiting } from "#domain/opportunity/staleness.ts";
import { useMe, usePipelines } from "#web/app/me.ts";

/** What the clock of staleness reads. */
export type Watched = Parameters<typeof proposesWaiting>[1];

export function useWatched(one: Opportunity): Watched | undefined {
  const zone = useMe().workspace.timezone;
  const stages = usePipelines().data?.data.flatMap((pipeline) => pipeline.stages);
  const staleDays = stages?.find((stage) => stage.id === one.stageId)?.staleDays;
  return staleDays === undefined ? undefined : { outcome: one.outcome, lastTouchOn: dayInZone(one.lastTouch.at, zone), staleDays };
}
