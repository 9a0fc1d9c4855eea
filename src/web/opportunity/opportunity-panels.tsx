import { lazy, type ReactNode } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { useSpoken } from "#web/app/words.ts";
import type { TabItem } from "#web/kit/tabs.tsx";
import { OpportunityOverview } from "#web/opportunity/opportunity-overview.tsx";
import { usePartners, useRivals } from "#web/partner/use-partners.ts";
import { useSaveOpportunity } from "#web/opportunity/use-opportunity.ts";
import { Timeline } from "#web/timeline/timeline.tsx";

const ProductsPanel = lazy(async () => ({ default: (await import("#web/product/products-panel.tsx")).ProductsPanel }));
const ProductsSide = lazy(async () => ({ default: (await import("#web/product/products-side.tsx")).ProductsSide }));

const PartnersPanel = lazy(async () => ({ default: (await import("#web/partner/partners-panel.tsx")).PartnersPanel }));
const RivalsPanel = lazy(async () => ({ default: (await import("#web/partner/rivals-panel.tsx")).RivalsPanel }));

/** A panel of the page: its tab, the letter that opens it after T, what it shows, and what stands beside it if not the usual. */
export type OpportunityPanel = TabItem & { readonly letter: string; readonly content: ReactNode; readonly side?: ReactNode };

export function usePanels(one: Opportunity): readonly OpportunityPanel[] {
  const { words } = useSpoken();
  const say = words.opportunity.tab;
  const save = useSaveOpportunity(one);
  const partners = usePartners(one.id).data?.data.length;
  const rivals = useRivals(one.id).data?.data.length;
  return [
    { id: "overview", letter: "a", label: say.overview, content: <OpportunityOverview one={one} /> },
    { id: "timeline", letter: "c", label: say.timeline, content: <Timeline owner="opportunities" id={one.id} /> },
    {
      id: "products",
      letter: "p",
      label: words.product.title,
      ...countOf(one.products.count),
      content: <ProductsPanel one={one} />,
      side: <ProductsSide one={one} onAmount={(amount) => save({ amount })} />,
    },
    { id: "partners", letter: "r", label: words.partner.partners, ...countOf(partners), content: <PartnersPanel one={one} /> },
    { id: "competitors", letter: "o", label: words.partner.competitors, ...countOf(rivals), content: <RivalsPanel one={one} /> },
  ];
}

/** An empty panel shows no count. */
function countOf(count: number | undefined): { count?: number } {
  return count ? { count } : {};
}
