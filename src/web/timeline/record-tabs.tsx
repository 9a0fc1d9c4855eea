import { lazy, Suspense } from "react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ActivitiesPanel } from "#web/activity/activities-panel.tsx";
import type { Owner } from "#web/activity/activity-draft.ts";
import { useActivityCount, type ActivityQuery } from "#web/activity/use-activities.ts";
import type { Watched } from "#web/activity/use-watched.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { useDocuments } from "#web/document/use-documents.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import type { TabItem } from "#web/kit/tabs.tsx";
import { wantComposer } from "#web/message/composer.tsx";
import { MessagesPanel } from "#web/message/messages-panel.tsx";
import { useMessageCount } from "#web/message/use-messages.ts";
import { Timeline } from "#web/timeline/timeline.tsx";

const DocumentsPanel = lazy(async () => ({ default: (await import("#web/document/documents-panel.tsx")).DocumentsPanel }));

export type RecordKind = "opportunities" | "clients" | "contacts";
/** The record whose page this is. */
export type RecordPlace = { readonly owner: RecordKind; readonly id: string };

const OWNER = { opportunities: "opportunityId", clients: "clientId", contacts: "contactId" } as const;
const WITHIN = { opportunities: "opportunity", clients: "client", contacts: "contact" } as const;
const TABS = ["overview", "timeline", "activities", "documents", "messages"] as const;
export type RecordTabName = (typeof TABS)[number];

const activitiesOf = ({ owner, id }: RecordPlace): ActivityQuery => ({ [OWNER[owner]]: [id] });
export const ownerOf = ({ owner, id }: RecordPlace): Owner => ({ [OWNER[owner]]: id });

/** How many activities are planned and messages written: for the tabs. */
export function useExchangeCounts(place: RecordPlace): { readonly planned: Counted; readonly written: Counted } {
  const maySee = useMay("activities", "read");
  const counted = (count: number | undefined): Counted => (count === undefined ? {} : { count });
  return {
    planned: counted(useActivityCount({ ...activitiesOf(place), status: "planned" }, maySee)),
    written: counted(useMessageCount(place, maySee)),
  };
}

type Counted = { readonly count?: number };
/** C goes to where one writes, and writes; also what a button does, where nothing to write in is on screen. */
export function useWriteKey(tab: string | undefined, show: (tab: "timeline") => void): (() => void) | undefined {
  const { writeLabel, title } = useSpoken().words.message;
  const isElsewhere = tab !== "timeline" && tab !== "messages";
  const write = (): void => {
    wantComposer();
    show("timeline");
  };
  const isOffered = useMay("activities", "write") && isElsewhere;
  useShortcut({ keys: "c", label: writeLabel, group: title }, write, isOffered);
  return isOffered ? write : undefined;
}

type TabsOptions = { readonly overview: string; readonly timeline: string; readonly group: string };

/** The panels of a record's page, each with its own address and keys; counts of what is planned and written. */
export function useRecordTabs(place: RecordPlace, say: TabsOptions) {
  const { words } = useSpoken();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const maySee = useMay("activities", "read");
  const wanted = TABS.find((name) => name === search["tab"]) ?? "overview";
  const files = useFilesCount(place);
  const isThere = { overview: true, timeline: true, activities: maySee, documents: files !== undefined, messages: maySee };
  const tab: RecordTabName = isThere[wanted] ? wanted : "overview";
  const show = (name: string): void => void navigate({ to: ".", search: name === "overview" ? {} : { tab: name }, replace: true });
  const { planned, written } = useExchangeCounts(place);
  useShortcut({ keys: "t a", label: say.overview, group: say.group }, () => show("overview"));
  useShortcut({ keys: "t c", label: say.timeline, group: say.group }, () => show("timeline"));
  useShortcut({ keys: "t t", label: words.activity.title, group: say.group }, () => show("activities"), maySee);
  useShortcut({ keys: "t f", label: words.document.title, group: say.group }, () => show("documents"), isThere.documents);
  useShortcut({ keys: "t e", label: words.message.title, group: say.group }, () => show("messages"), maySee);
  useWriteKey(tab, show);
  const items: TabItem[] = [
    { id: "overview", label: say.overview },
    { id: "timeline", label: say.timeline },
    ...(maySee ? [{ id: "activities", label: words.activity.title, ...planned }] : []),
    ...(files ? [{ id: "documents", label: words.document.title, ...files }] : []),
    ...(maySee ? [{ id: "messages", label: words.message.title, ...written }] : []),
  ];
  return { tab, show, items };
}

/** A client has the documents of its opportunities; undefined where there are none to see. */
function useFilesCount({ owner, id }: RecordPlace): Counted | undefined {
  const isThere = useMay("opportunities", "read") && owner === "clients";
  const total = useDocuments({ owner: "clients", id }, { enabled: isThere }).data?.pages[0]?.total;
  if (!isThere) return undefined;
  return total ? { count: total } : {};
}

type RecordTabProps = {
  readonly tab: RecordTabName;
  readonly place: RecordPlace;
  readonly watched?: Watched | undefined;
  readonly clientId?: string | undefined;
  readonly onCall?: () => void;
};

/** The panel of a tab that every kind of record has; the overview is the page's own. */
export function RecordTab({ tab, place, watched, clientId, onCall }: RecordTabProps) {
  if (tab === "timeline") return <Timeline {...place} {...(onCall ? { onCall } : {})} />;
  if (tab === "messages") return <MessagesPanel place={place} />;
  if (tab === "documents") {
    return (
      <Suspense fallback={null}>
        {place.owner === "clients" && <DocumentsPanel place={{ owner: "clients", id: place.id }} mayAdd={false} />}
      </Suspense>
    );
  }
  if (tab !== "activities") return null;
  return (
    <ActivitiesPanel
      query={activitiesOf(place)}
      owner={ownerOf(place)}
      within={WITHIN[place.owner]}
      watched={watched}
      clientId={clientId}
    />
  );
}
