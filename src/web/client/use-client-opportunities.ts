import { useQuery } from "@tanstack/react-query";
import { ask } from "#web/api/api.ts";
import { useMay } from "#web/app/me.ts";

export type OpportunityOwner = { readonly clientId: string } | { readonly contactId: string };
type Outcome = "open" | "won" | "lost";
const SHOWN = 8;

/** A page of the opportunities of a client or a contact, latest departure first, with the totals of all of them. */
function useOfOutcome(owner: OpportunityOwner, outcome: Outcome[], limit: number) {
  const maySee = useMay("opportunities", "read");
  const by = "clientId" in owner ? { clientId: [owner.clientId] } : { contactId: [owner.contactId] };
  return useQuery({
    queryKey: ["opportunities", "of", by, outcome, limit],
    queryFn: ({ signal }) => ask("listOpportunities", { query: { ...by, outcome, limit, sort: "-departsOn", totals: "true" } }, { signal }),
    enabled: maySee,
  });
}

/** The open ones come first. */
export function useOpenOpportunities(owner: OpportunityOwner) {
  return useOfOutcome(owner, ["open"], SHOWN);
}

export function useClosedOpportunities(owner: OpportunityOwner) {
  return useOfOutcome(owner, ["won", "lost"], SHOWN);
}

export function useWonTotals(owner: OpportunityOwner) {
  return useOfOutcome(owner, ["won"], 1).data?.totals;
}

/** Lost ones are left out: they bring nothing. */
export function useLiveTotals(owner: OpportunityOwner) {
  return useOfOutcome(owner, ["open", "won"], 1).data?.totals;
}
