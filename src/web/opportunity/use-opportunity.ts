import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Opportunity } from "#contract/opportunity.ts";
import { ask, isOffline } from "#web/api/api.ts";
import { useReport } from "#web/app/use-report.ts";
import { isSame, valueIn, whatStands, writeOver } from "#web/app/write-over.ts";
import { askAbout, type OpportunityChange } from "#web/opportunity/conflict.ts";
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

/** Refused only when nothing answers: the field then keeps what was typed. `before`: what stood there when its editor opened. */
export type SaveChange = (change: OpportunityChange, before?: OpportunityChange) => Promise<void>;
/** What every editable panel takes. */
export type EditsProps = { readonly one: Opportunity; readonly save: SaveChange };

/** Saves a field with the version that was seen; where somebody else changed the same field meanwhile, both values are shown. */
export function useSaveOpportunity(one: Opportunity): SaveChange {
  const client = useQueryClient();
  const report = useReport();
  const show = (body: OpportunityChange) => client.setQueryData(opportunityKey(one.id), { ...one, ...plainOf(one, body) });
  const write = (body: OpportunityChange, version: number) =>
    ask("editOpportunity", { params: { id: one.id }, body }, { ifMatch: version, onWaiting: () => show(body) });
  const save = async (change: OpportunityChange, before: OpportunityChange): Promise<void> => {
    // Read anew while the editor was open: the version alone would not tell. What stands as we typed it is our own, kept while nothing answered.
    const fields = (Object.keys(before) as (keyof OpportunityChange)[]).filter((field) =>
      [before, change].every((ours) => !isSame(ours[field], valueIn(one, field))),
    );
    try {
      const written =
        fields.length === 0
          ? await writeOver(one, change, write)
          : { overtaken: { ...(await whatStands(one, change, write)), change, fields } };
      if ("overtaken" in written) askAbout(written.overtaken);
      else client.setQueryData(opportunityKey(one.id), written.saved);
      await client.invalidateQueries({ queryKey: OPPORTUNITIES });
    } catch (error) {
      if (isOffline(error)) throw error;
      report(error, OPPORTUNITIES);
    }
  };
  return (change, before = {}) => save(change, before);
}

/** Of a change, what stands on the record as it was typed: shown while nothing answers. */
function plainOf(one: Opportunity, body: OpportunityChange): Partial<Opportunity> {
  const shown = one as Readonly<Record<string, unknown>>;
  const isSimple = (value: unknown): boolean => value === null || typeof value !== "object";
  const isPlain = ([name, value]: [string, unknown]): boolean => name in one && isSimple(value) && isSimple(shown[name]);
  return Object.fromEntries(Object.entries(body).filter(isPlain));
}
