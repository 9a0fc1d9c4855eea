import {
  Building2,
  Calculator,
  ContactRound,
  FileText,
  MapPin,
  MessageSquare,
  Package,
  Route,
  SquareKanban,
  Store,
  type LucideIcon,
} from "lucide-react";
import type { Found, SearchKind } from "#contract/search.ts";
import { ACTIVITY_ICONS } from "#web/activity/activity-icon.tsx";

const ICONS: Readonly<Record<SearchKind, LucideIcon>> = {
  opportunity: SquareKanban,
  client: Building2,
  contact: ContactRound,
  activity: ACTIVITY_ICONS.task,
  message: MessageSquare,
  document: FileText,
  quote: Calculator,
  supplier: Store,
  product: Package,
  step: MapPin,
  tripTemplate: Route,
};

export function iconOf({ type, activityKind }: Pick<Found, "type" | "activityKind">): LucideIcon {
  return activityKind ? ACTIVITY_ICONS[activityKind] : ICONS[type];
}

const LISTS: Readonly<Record<SearchKind, string | undefined>> = {
  opportunity: "/opportunities",
  client: "/clients",
  contact: "/contacts",
  product: "/products",
  step: "/steps",
  tripTemplate: "/trip-templates",
  supplier: "/suppliers",
  quote: "/quotes",
  activity: undefined,
  message: undefined,
  document: undefined,
};
const TABS: Partial<Record<SearchKind, string>> = { activity: "activities", message: "messages", document: "documents" };

/** The page that shows it: its own, that of what it hangs on, or its list with it opened. */
export function addressOf({ type, opens }: Pick<Found, "type" | "opens">): string | undefined {
  const list = LISTS[opens.type];
  if (list === undefined) return undefined;
  if (opens.type === "supplier") return `${list}?open=${opens.id}`;
  const tab = TABS[type];
  return `${list}/${opens.id}${tab ? `?tab=${tab}` : ""}`;
}

/** The list with everything that matches; a list without a search by text has none. */
export function listAddressOf(type: SearchKind, text: string): string | undefined {
  const q = `q=${encodeURIComponent(text)}`;
  if (type === "opportunity") return `/opportunities/list?outcome=all&${q}`;
  const list = LISTS[type];
  return list && `${list}?${q}`;
}
