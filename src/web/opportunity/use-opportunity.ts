import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Opportunity } from "#contract/opportunity.ts";
import { ask } from "#web/api/api.ts";
import { useReport } from "#web/app/use-report.ts";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";

export const opportunityKey = (id: string) => [...OPPORTUNITIES, "one", id] as const;

export function useOpportunity(id: string) {
  return useQuery({
    queryKey: opportunityKey(id),
    queryFn: ({ signal }) => ask("showOpportunity", { params: { id } }, { signal }),
    retry: false,
  });
}

export type OpportunityChange = Parameters<typeof ask<"editOpportunity">>[1]["body"];
export type SaveChange = (change: OpportunityChange) => void;
/** What every editable panel takes. */
export type EditsProps = { readonly one: Opportunity; readonly save: SaveChange };

/** Saves a field with the version that was seen; somebody else's change in between is told, and shown. */
export function useSaveOpportunity(one: Opportunity): SaveChange {
  const client = useQueryClient();
  const report = useReport();
  const save = async (body: OpportunityChange): Promise<void> => {
    try {
      const saved = await ask("editOpportunity", { params: { id: one.id }, body }, { ifMatch: one.version });
      client.setQueryData(opportunityKey(one.id), saved);
      await client.invalidateQueries({ queryKey: OPPORTUNITIES });
    } catch (error) {
      report(error, OPPORTUNITIES);
    }
  };
  return (change) => void save(change);
}
