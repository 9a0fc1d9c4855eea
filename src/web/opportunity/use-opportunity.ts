import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Opportunity } from "#contract/opportunity.ts";
import { ApiProblem, ask, isOffline } from "#web/api/api.ts";
import { useReport } from "#web/app/use-report.ts";
import { askAbout, conflictingFields, type OpportunityChange } from "#web/opportunity/conflict.ts";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";

export type { OpportunityChange } from "#web/opportunity/conflict.ts";

export const opportunityKey = (id: string) => [...OPPORTUNITIES, "one", id] as const;

export function useOpportunity(id: string) {
  return useQuery({
    queryKey: opportunityKey(id),
    queryFn: ({ signal }) => ask("showOpportunity", { params: { id } }, { signal }),
    retry: false,
  });
}

/** Refused only when nothing answers: the field then keeps what was typed. */
export type SaveChange = (change: OpportunityChange) => Promise<void>;
/** What every editable panel takes. */
export type EditsProps = { readonly one: Opportunity; readonly save: SaveChange };

/** Saves a field with the version that was seen; where somebody else changed the same field meanwhile, both values are shown. */
export function useSaveOpportunity(one: Opportunity): SaveChange {
  const client = useQueryClient();
  const report = useReport();
  const save = async (body: OpportunityChange): Promise<void> => {
    try {
      const saved = await saveOver(one, body, () => client.setQueryData(opportunityKey(one.id), { ...one, ...plainOf(one, body) }));
      if (saved) client.setQueryData(opportunityKey(one.id), saved);
      await client.invalidateQueries({ queryKey: OPPORTUNITIES });
    } catch (error) {
      if (isOffline(error)) throw error;
      report(error, OPPORTUNITIES);
    }
  };
  return save;
}

/** Of a change, what stands on the record as it was typed: shown while nothing answers. */
function plainOf(one: Opportunity, body: OpportunityChange): Partial<Opportunity> {
  const isPlain = ([name, value]: [string, unknown]): boolean => name in one && (value === null || typeof value !== "object");
  return Object.fromEntries(Object.entries(body).filter(isPlain));
}

/** Undefined when a person has to choose. Changes of other fields do not stand in the way: it is sent again over them. */
async function saveOver(seen: Opportunity, body: OpportunityChange, onWaiting: () => void): Promise<Opportunity | undefined> {
  try {
    return await ask("editOpportunity", { params: { id: seen.id }, body }, { ifMatch: seen.version, onWaiting });
  } catch (error) {
    const current = currentOf(error);
    if (!current) throw error;
    const fields = conflictingFields(seen, current, body);
    if (fields.length === 0) return saveOver(current, body, onWaiting);
    askAbout({ current, body, fields });
    return undefined;
  }
}

/** The record as it stands now, which a stale write is answered with. */
function currentOf(error: unknown): Opportunity | undefined {
  if (!(error instanceof ApiProblem) || error.code !== "record.stale") return undefined;
  return error.body["current"] as Opportunity | undefined;
}
