import { useNavigate, useSearch } from "@tanstack/react-router";
import { ActivitiesPanel } from "#web/activity/activities-panel.tsx";
import type { Owner } from "#web/activity/activity-draft.ts";
import { useActivityCount, type ActivityQuery } from "#web/activity/use-activities.ts";
import type { Watched } from "#web/activity/use-watched.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import type { TabItem } from "#web/kit/tabs.tsx";
import { MessagesPanel } from "#web/message/messages-panel.tsx";
import { useMessageCount } from "#web/message/use-messages.ts";
import { Timeline } from "#web/timeline/timeline.tsx";

export type RecordKind = "opportunities" | "clients" | "contacts";
/** The record whose page this is. */
export type RecordPlace = { readonly owner: RecordKind; readonly id: string };

const OWNER = { opportunities: "opportunityId", clients: "clientId", contacts: "contactId" } as const;
const WITHIN = { opportunities: "opportunity", clients: "client", contacts: "contact" } as const;
const TABS = ["overview", "timeline", "activities", "messages"] as const;
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
type TabsOptions = { readonly overview: string; readonly timeline: string; readonly group: string };

/** The panels of a record's page, each with its own address and keys; counts of what is planned and written. */
export function useRecordTabs(place: RecordPlace, say: TabsOptions) {
  const { words } = useSpoken();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const maySee = useMay("activities", "read");
  const wanted = TABS.find((name) => name === search["tab"]) ?? "overview";
  const tab: RecordTabName = maySee || wanted === "timeline" ? wanted : "overview";
  const show = (name: string): void => void navigate({ to: ".", search: name === "overview" ? {} : { tab: name }, replace: true });
  const { planned, written } = useExchangeCounts(place);
  useShortcut({ keys: "t a", label: say.overview, group: say.group }, () => show("overview"));
  useShortcut({ keys: "t c", label: say.timeline, group: say.group }, () => show("timeline"));
  useShortcut({ keys: "t t", label: words.activity.title, group: say.group }, () => show("activities"), maySee);
  useShortcut({ keys: "t e", label: words.message.title, group: say.group }, () => show("messages"), maySee);
  const items: TabItem[] = [
    { id: "overview", label: say.overview },
    { id: "timeline", label: say.timeline },
    ...(maySee
      ? [
          { id: "activities", label: words.activity.title, ...planned },
          { id: "messages", label: words.message.title, ...written },
        ]
      : []),
  ];
  return { tab, show, items };
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
