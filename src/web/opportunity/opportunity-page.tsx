import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { Opportunity } from "#contract/opportunity.ts";
import { ApiProblem } from "#web/api/api.ts";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { EmptyState } from "#web/kit/empty-state.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Page } from "#web/kit/page.tsx";
import { Tabs } from "#web/kit/tabs.tsx";
import { useOpportunityActs } from "#web/opportunity/opportunity-acts.ts";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { OpportunityActs, OpportunityStar } from "#web/opportunity/opportunity-menu.tsx";
import { OpportunityHeader } from "#web/opportunity/opportunity-header.tsx";
import { OpportunityOverview, OpportunitySide } from "#web/opportunity/opportunity-overview.tsx";
import { useOpportunity } from "#web/opportunity/use-opportunity.ts";
import { Timeline } from "#web/timeline/timeline.tsx";
import styles from "#web/opportunity/opportunity-page.module.css";

const OUTER = { height: 480 };

/** Everything about one travel project. */
export function OpportunityPage() {
  const { words } = useSpoken();
  const { id } = useParams({ strict: false });
  const query = useOpportunity(String(id));
  const isPhone = useIsPhone();
  useLiveUpdates();
  useDocumentTitle(query.data?.name);
  const { title } = words.opportunity;
  const deleted = query.error instanceof ApiProblem && query.error.code === "record.deleted" ? query.error : undefined;
  return (
    <Page
      title={title}
      hasOwnHeading={query.data !== undefined}
      phoneActions={query.data && isPhone && <PhoneActions one={query.data} />}
      back={{ href: "/opportunities", label: words.common.back, ...(query.data ? { text: query.data.number } : {}) }}
    >
      {deleted ? (
        <Deleted id={String(id)} text={deleted.message} />
      ) : (
        <Loaded
          query={query}
          label={words.opportunity.loadingOne}
          frame={
            <div className={styles.content}>
              <Block {...OUTER} />
            </div>
          }
        >
          {(one) => <Content key={one.id} one={one} />}
        </Loaded>
      )}
    </Page>
  );
}

function PhoneActions({ one }: { one: Opportunity }) {
  return (
    <>
      <OpportunityStar one={one} />
      <OpportunityActs one={one} />
    </>
  );
}

function Deleted({ id, text }: { id: string; text: string }) {
  const { words } = useSpoken();
  const acts = useOpportunityActs();
  return (
    <div className={styles.content}>
      <EmptyState
        title={text}
        actions={
          <Button look="primary" onPress={() => void acts.restore(id)}>
            {words.common.restore}
          </Button>
        }
      >
        {words.common.deletedHint}
      </EmptyState>
    </div>
  );
}

function Content({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { tab: say, tabs } = words.opportunity;
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const tab = search["tab"] === "timeline" ? "timeline" : "overview";
  const show = (id: string): void =>
    void navigate({ to: "/opportunities/$id", params: { id: one.id }, search: id === "overview" ? {} : { tab: id }, replace: true });
  useShortcut({ keys: "t a", label: say.overview, group: words.opportunity.title }, () => show("overview"));
  useShortcut({ keys: "t c", label: say.timeline, group: words.opportunity.title }, () => show("timeline"));
  return (
    <div className={styles.content}>
      <OpportunityHeader one={one} />
      <div className={styles.columns}>
        <div className={styles.left}>
          <Tabs
            label={tabs}
            value={tab}
            onChange={show}
            items={[
              { id: "overview", label: say.overview },
              { id: "timeline", label: say.timeline },
            ]}
          >
            {tab === "overview" ? <OpportunityOverview one={one} /> : <Timeline owner="opportunities" id={one.id} />}
          </Tabs>
        </div>
        <OpportunitySide one={one} />
      </div>
    </div>
  );
}
