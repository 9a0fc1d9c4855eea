import { Suspense } from "react";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { Opportunity } from "#contract/opportunity.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { useActivityDialog } from "#web/activity/use-activity-dialog.tsx";
import { useWatched } from "#web/activity/use-watched.ts";
import { ApiProblem } from "#web/api/api.ts";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMe } from "#web/app/me.ts";
import { useSeen } from "#web/app/seen-records.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { EmptyState } from "#web/kit/empty-state.tsx";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Page } from "#web/kit/page.tsx";
import { Tabs } from "#web/kit/tabs.tsx";
import { useOpportunityActs } from "#web/opportunity/opportunity-acts.ts";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { OpportunityActs, OpportunityStar } from "#web/opportunity/opportunity-menu.tsx";
import { ConflictChooser } from "#web/opportunity/conflict-chooser.tsx";
import { OpportunityHeader } from "#web/opportunity/opportunity-header.tsx";
import { OpportunitySide } from "#web/opportunity/opportunity-overview.tsx";
import { usePanels, type OpportunityPanel } from "#web/opportunity/opportunity-panels.tsx";
import { useOpportunity } from "#web/opportunity/use-opportunity.ts";
import { useWriteKey } from "#web/timeline/record-tabs.tsx";
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
  useSeen("opportunity", query.data?.id);
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
        <Deleted id={String(id)} problem={deleted} />
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

function Deleted({ id, problem }: { id: string; problem: ApiProblem }) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const zone = useMe().workspace.timezone;
  const { deletedAt, deletedBy } = problem.body;
  const day = typeof deletedAt === "string" ? formatDay(dayInZone(deletedAt, zone), locale) : undefined;
  const by = typeof deletedBy === "string" ? deletedBy : undefined;
  const acts = useOpportunityActs();
  return (
    <div className={styles.centre}>
      <EmptyState
        title={day === undefined ? problem.message : words.opportunity.deletedOn({ day, by })}
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
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const around = { watched: useWatched(one), clientId: one.client.id };
  const acts = useActivityDialog({ owner: { opportunityId: one.id }, group: words.opportunity.title, ...around });
  const panels = usePanels(one, { ...around, ...acts });
  const panel = panels.find(({ id }) => id === search["tab"]) ?? panels[0];
  const show = (id: string): void =>
    void navigate({ to: "/opportunities/$id", params: { id: one.id }, search: id === "overview" ? {} : { tab: id }, replace: true });
  const write = useWriteKey(panel?.id, show);
  return (
    <div className={styles.content}>
      <PanelKeys panels={panels} show={show} />
      <ConflictChooser />
      <OpportunityHeader one={one} onWrite={write} />
      <div className={styles.columns}>
        <div className={styles.left}>
          <Tabs label={words.opportunity.tabs} value={panel?.id ?? ""} onChange={show} items={panels}>
            <Suspense fallback={<Block {...OUTER} />}>{panel?.content}</Suspense>
          </Tabs>
        </div>
        <Suspense fallback={null}>{panel?.side ?? <OpportunitySide one={one} />}</Suspense>
      </div>
      {acts.dialog}
    </div>
  );
}

/** T, then the letter of a panel. */
function PanelKeys({ panels, show }: { panels: readonly OpportunityPanel[]; show: (id: string) => void }) {
  return panels.map((panel) => <PanelKey key={panel.id} panel={panel} show={show} />);
}

function PanelKey({ panel, show }: { panel: OpportunityPanel; show: (id: string) => void }) {
  const { words } = useSpoken();
  useShortcut({ keys: `t ${panel.letter}`, label: panel.label, group: words.opportunity.title }, () => show(panel.id));
  return null;
}
