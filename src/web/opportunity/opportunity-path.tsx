import type { Opportunity } from "#contract/opportunity.ts";
import { daysBetween } from "#domain/shared/day.ts";
import { usePipelines } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { RouteLine, type RouteStop } from "#web/kit/route-line.tsx";
import { useOpportunityActs } from "#web/opportunity/opportunity-acts.ts";

function useStages(one: Opportunity) {
  return usePipelines().data?.data.find((pipeline) => pipeline.id === one.pipelineId)?.stages ?? [];
}

/** The stage after the present one; undefined at the last. */
export function useNextStage(one: Opportunity) {
  const stages = useStages(one);
  return stages[stages.findIndex((stage) => stage.id === one.stageId) + 1];
}

/** "3 of 6": the end of the way counts. */
export function useStagePlace(one: Opportunity): { n: number; of: number } {
  const stages = useStages(one);
  return { n: stages.findIndex((stage) => stage.id === one.stageId) + 1, of: stages.length + 1 };
}

/** The stages as stops; a press on another moves there. */
export function OpportunityPath({ one, look = "full" }: { one: Opportunity; look?: "full" | "compact" }) {
  const { words } = useSpoken();
  const acts = useOpportunityActs();
  const stages = useStages(one);
  const at = stages.findIndex((stage) => stage.id === one.stageId);
  const note = useStopNote(one);
  const stops: RouteStop[] = stages.map((stage, index) => {
    const state = stateOf(one, index, at);
    return { id: stage.id, label: stage.name, state, ...note(stage.id, state) };
  });
  const last: RouteStop = {
    id: "end",
    label: one.outcome === "lost" ? words.opportunity.outcome.lost : words.opportunity.confirmed,
    state: one.outcome === "open" ? "next" : one.outcome,
  };
  const select = (id: string): void => {
    const stage = stages.find((candidate) => candidate.id === id);
    if (stage) void acts.move(one, stage);
    else if (one.can.close) void acts.win(one);
  };
  const mayMove = one.outcome === "open" && one.can.edit;
  return <RouteLine look={look} label={words.opportunity.path} stops={[...stops, last]} {...(mayMove ? { onSelect: select } : {})} />;
}

/** Under a stop: the day it was reached; under the present one, for how long. */
function useStopNote(one: Opportunity): (stageId: string, state: RouteStop["state"]) => { note?: string } {
  const { words } = useSpoken();
  const { locale, today } = useSurroundings();
  return (stageId, state) => {
    const visit = one.stageVisits?.find((candidate) => candidate.stageId === stageId);
    if (!visit || (state !== "done" && state !== "current")) return {};
    if (state === "current") return { note: words.opportunity.since({ days: daysBetween(visit.since, today) }) };
    return { note: formatDay(visit.since, locale, "short") };
  };
}

function stateOf(one: Opportunity, index: number, at: number): RouteStop["state"] {
  if (one.outcome === "won" || index < at) return "done";
  if (index > at) return one.outcome === "lost" ? "skipped" : "next";
  return one.outcome === "open" ? "current" : "done";
}
