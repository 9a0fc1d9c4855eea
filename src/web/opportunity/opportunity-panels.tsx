import { lazy, type ReactNode } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import type { Watched } from "#web/activity/use-watched.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import type { TabItem } from "#web/kit/tabs.tsx";
import { OpportunityOverview, OpportunitySide } from "#web/opportunity/opportunity-overview.tsx";
import { useDocuments } from "#web/document/use-documents.ts";
import { useOpportunityQuotes } from "#web/quote/use-quote.ts";
import { usePartners, useRivals } from "#web/partner/use-partners.ts";
import { useSaveOpportunity } from "#web/opportunity/use-opportunity.ts";
import { RecordTab, useExchangeCounts } from "#web/timeline/record-tabs.tsx";
import { Timeline } from "#web/timeline/timeline.tsx";

const ProductsPanel = lazy(async () => ({ default: (await import("#web/product/products-panel.tsx")).ProductsPanel }));
const QuotesPanel = lazy(async () => ({ default: (await import("#web/quote/quotes-panel.tsx")).QuotesPanel }));
const QuoteFromProducts = lazy(async () => ({ default: (await import("#web/quote/quote-from-products.tsx")).QuoteFromProducts }));
const ProductsSide = lazy(async () => ({ default: (await import("#web/product/products-side.tsx")).ProductsSide }));

const ContactsTab = lazy(async () => ({ default: (await import("#web/opportunity/contacts-tab.tsx")).ContactsTab }));
const PartnersPanel = lazy(async () => ({ default: (await import("#web/partner/partners-panel.tsx")).PartnersPanel }));
const DocumentsPanel = lazy(async () => ({ default: (await import("#web/document/documents-panel.tsx")).DocumentsPanel }));
const RivalsPanel = lazy(async () => ({ default: (await import("#web/partner/rivals-panel.tsx")).RivalsPanel }));

/** A panel of the page: its tab, the letter that opens it after T, what it shows, and what stands beside it if not the usual. */
export type OpportunityPanel = TabItem & { readonly letter: string; readonly content: ReactNode; readonly side?: ReactNode };

/** What the page's own acts give its panels. */
type Around = {
  readonly plan: () => void;
  readonly call: { readonly onCall?: () => void };
  readonly watched: Watched | undefined;
  readonly clientId: string;
};

export function usePanels(one: Opportunity, around: Around): readonly OpportunityPanel[] {
  const { words } = useSpoken();
  const say = words.opportunity.tab;
  const save = useSaveOpportunity(one);
  const partners = usePartners(one.id).data?.data.length;
  const rivals = useRivals(one.id).data?.data.length;
  const documents = useDocuments({ owner: "opportunities", id: one.id }).data?.pages[0]?.total;
  const exchanges = useExchangePanels(one, around);
  const quotes = useQuotesPanel(one);
  return [
    { id: "overview", letter: "a", label: say.overview, content: <OpportunityOverview one={one} onPlan={around.plan} /> },
    { id: "timeline", letter: "c", label: say.timeline, content: <Timeline owner="opportunities" id={one.id} {...around.call} /> },
    ...exchanges.slice(0, 1),
    {
      id: "products",
      letter: "p",
      label: words.product.title,
      ...countOf(one.products.count),
      content: <ProductsPanel one={one} foot={<QuoteFromProducts opportunityId={one.id} />} />,
      side: <ProductsSide one={one} onAmount={(amount) => save({ amount })} />,
    },
    {
      id: "contacts",
      letter: "k",
      label: words.contact.title,
      ...countOf(one.contacts?.length),
      content: <ContactsTab one={one} />,
      side: <OpportunitySide one={one} withoutContacts />,
    },
    { id: "partners", letter: "r", label: words.partner.partners, ...countOf(partners), content: <PartnersPanel one={one} /> },
    { id: "competitors", letter: "o", label: words.partner.competitors, ...countOf(rivals), content: <RivalsPanel one={one} /> },
    ...quotes,
    {
      id: "documents",
      letter: "f",
      label: words.document.title,
      ...countOf(documents),
      content: <DocumentsPanel place={{ owner: "opportunities", id: one.id }} mayAdd={one.can.edit} />,
    },
    ...exchanges.slice(1),
  ];
}

function useQuotesPanel(one: Opportunity): readonly OpportunityPanel[] {
  const { words } = useSpoken();
  const maySee = useMay("quotes", "read");
  const count = useOpportunityQuotes(one.id, maySee).data?.data.length;
  if (!maySee) return [];
  return [
    {
      id: "quotes",
      letter: "d",
      label: words.shell.nav.quotes,
      ...countOf(count),
      content: <QuotesPanel opportunityId={one.id} followsQuote={one.amountSource === "quote"} />,
    },
  ];
}

/** An empty panel shows no count. */
function countOf(count: number | undefined): { count?: number } {
  return count ? { count } : {};
}

/** Activities and messages, counted; without the right to activities neither is there. */
function useExchangePanels(one: Opportunity, { watched, clientId }: Around): readonly OpportunityPanel[] {
  const { words } = useSpoken();
  const place = { owner: "opportunities", id: one.id } as const;
  const maySee = useMay("activities", "read");
  const { planned, written } = useExchangeCounts(place);
  if (!maySee) return [];
  return [
    {
      id: "activities",
      letter: "t",
      label: words.activity.title,
      ...planned,
      content: <RecordTab tab="activities" place={place} watched={watched} clientId={clientId} />,
    },
    { id: "messages", letter: "e", label: words.message.title, ...written, content: <RecordTab tab="messages" place={place} /> },
  ];
}
