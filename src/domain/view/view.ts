/**
 * A view is a list as somebody wants to see it again: filter, columns, order, board or list. It holds no rows, so it never
 * shows more than its reader may see. Everyone keeps views of their own; a manager or administrator shares them.
 */
import type { FilterTree } from "#domain/filter/filter.ts";
import type { Actor } from "#domain/shared/actor.ts";
import { may } from "#domain/user/rights.ts";

/** The lists that have views, each with the right of its name. */
export const VIEW_RESOURCES = ["opportunities", "clients", "contacts"] as const;
export type ViewResource = (typeof VIEW_RESOURCES)[number];
export const SHAPES = ["board", "list"] as const;
export const VISIBILITIES = ["mine", "team", "everyone"] as const;
export type Shape = (typeof SHAPES)[number];
export type Visibility = (typeof VISIBILITIES)[number];

export type Shared = { readonly ownerId: string; readonly visibility: string; readonly teamId: string | null };

export const mayReadList = (actor: Pick<Actor, "rights">, resource: ViewResource): boolean => may(actor, resource, "read");

/** Only opportunities stand on a board. */
export const hasBoard = (resource: ViewResource): boolean => resource === "opportunities";

/** What is somebody's own is nobody else's business, not even an administrator's. */
export function maySeeView(actor: Actor, { ownerId, visibility, teamId }: Shared): boolean {
  if (ownerId === actor.userId || visibility === "everyone") return true;
  return visibility === "team" && (actor.role === "administrator" || (teamId !== null && actor.teamIds.includes(teamId)));
}

export function mayEditView(actor: Actor, view: Shared): boolean {
  return view.ownerId === actor.userId || (actor.role === "administrator" && maySeeView(actor, view));
}

/** A manager shares with a team of their own or with everyone, an administrator with any team. */
export function mayShareView(actor: Actor, { visibility, teamId }: Pick<Shared, "visibility" | "teamId">): boolean {
  if (visibility === "mine" || actor.role === "administrator") return true;
  return actor.role === "manager" && (visibility === "everyone" || (teamId !== null && actor.teamIds.includes(teamId)));
}

export type BuiltIn = {
  readonly resource: ViewResource;
  readonly filter: FilterTree;
  readonly shape: Shape;
  readonly sort: string | null;
  readonly isPinned: boolean;
  /** Asks for attention: how many there are stands beside the name. */
  readonly isAttention: boolean;
  readonly needs?: "activities" | "opportunities";
};

const open: FilterTree = { field: "outcome", op: "is", value: "open" };
const own: FilterTree = { field: "managerId", op: "is", value: "me" };
const flagged = (field: string): FilterTree => ({ all: [open, { field, op: "is", value: true }] });
const viewOf =
  (resource: ViewResource) =>
  (filter: FilterTree, more: Partial<BuiltIn> = {}): BuiltIn => ({
    resource,
    filter,
    shape: "list",
    sort: null,
    isPinned: false,
    isAttention: false,
    ...more,
  });
const ofOpportunities = viewOf("opportunities");
const ofClients = viewOf("clients");
const ofContacts = viewOf("contacts");

/**
 * What comes with the product, in its order, of each list everything first; their names are words. Dates are relative: they
 * are right on every day.
 */
export const BUILT_IN_VIEWS = {
  all: ofOpportunities(open),
  priorities: ofOpportunities({ all: [own, { field: "priority", op: "is", value: true }, open] }, { isPinned: true }),
  departures: ofOpportunities({ all: [open, { field: "departsOn", op: "during", value: "nextQuarter" }] }, { sort: "departsOn" }),
  idle: ofOpportunities(flagged("idle"), { isPinned: true, isAttention: true, needs: "activities" }),
  stale: ofOpportunities(flagged("stale"), { sort: "lastTouchAt", isAttention: true }),
  overdue: ofOpportunities(flagged("overdue"), { isAttention: true }),
  incomplete: ofOpportunities(flagged("incomplete"), { isAttention: true }),
  allClients: ofClients({ all: [] }),
  ownClients: ofClients(own),
  prospects: ofClients(
    {
      all: [
        { field: "status", op: "is", value: "prospect" },
        { field: "withoutOpportunity", op: "is", value: true },
      ],
    },
    { sort: "lastTouchAt", isAttention: true, needs: "opportunities" },
  ),
  newClients: ofClients({ field: "createdAt", op: "during", value: "last30Days" }, { sort: "-createdAt" }),
  allContacts: ofContacts({ all: [] }),
  newContacts: ofContacts({ field: "createdAt", op: "during", value: "last30Days" }, { sort: "-createdAt" }),
  subscribers: ofContacts({ field: "newsletter", op: "is", value: "subscribed" }),
} as const satisfies Record<string, BuiltIn>;

export type BuiltInView = keyof typeof BUILT_IN_VIEWS;

export function isBuiltIn(id: string): id is BuiltInView {
  return Object.hasOwn(BUILT_IN_VIEWS, id);
}
