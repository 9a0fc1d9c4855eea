import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, type Answer } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";

export type Partner = Answer<"listPartners">["data"][number];
export type Rival = Answer<"listRivals">["data"][number];
export type PartnerLink = Parameters<typeof ask<"setPartners">>[1]["body"]["partners"][number];
export type RivalLink = Parameters<typeof ask<"setRivals">>[1]["body"]["competitors"][number];

const OPPORTUNITIES = ["opportunities"] as const;

export function usePartners(opportunityId: string) {
  return useQuery({
    queryKey: [...OPPORTUNITIES, "partners", opportunityId],
    queryFn: ({ signal }) => ask("listPartners", { params: { id: opportunityId } }, { signal }),
  });
}

export function useRivals(opportunityId: string) {
  return useQuery({
    queryKey: [...OPPORTUNITIES, "competitors", opportunityId],
    queryFn: ({ signal }) => ask("listRivals", { params: { id: opportunityId } }, { signal }),
  });
}

export const linkOfPartner = ({ kind, record, role, note }: Partner): PartnerLink => ({ [`${kind}Id`]: record.id, role, note });

export const linkOfRival = ({ id, price, strengths, weaknesses }: Rival): RivalLink => ({
  competitorId: id,
  price: price?.amount ?? null,
  strengths,
  weaknesses,
});

/** Each writes the whole list, says what it did, and can be undone. Answers the error, if any. */
export function useSetLinks(opportunityId: string) {
  const client = useQueryClient();
  const report = useReport();
  const { offerUndo } = useUndo();
  const run = async (work: () => Promise<unknown>, said: string): Promise<boolean> => {
    try {
      await work();
      offerUndo(said);
      await client.invalidateQueries({ queryKey: OPPORTUNITIES });
      return true;
    } catch (error) {
      report(error, OPPORTUNITIES);
      return false;
    }
  };
  const params = { id: opportunityId };
  return {
    partners: (partners: PartnerLink[], said: string) => run(() => ask("setPartners", { params, body: { partners } }), said),
    rivals: (competitors: RivalLink[], said: string) => run(() => ask("setRivals", { params, body: { competitors } }), said),
  };
}
