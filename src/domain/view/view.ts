/**
 * A view is a list as somebody wants to see it again: filter, columns, order, board or list. It holds no rows, so it never
 * shows more than its reader may see. Everyone keeps views of their own; a manager or administrator shares them.
 */
import type { FilterTree } from "#domain/filter/filter.ts";
import type { Actor } from "#domain/shared/actor.ts";

export const VIEW_RESOURCES = ["opportunities"] as const;
export const SHAPES = ["board", "list"] as const;
export const VISIBILITIES = ["mine", "team", "everyone"] as const;
export type Shape = (typeof SHAPES)[number];
export type Visibility = (typeof VISIBILITIES)[number];

export type Shared = { readonly ownerId: string; readonly visibility: string; readonly teamId: string | null };

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
  readonly filter: FilterTree;
  readonly shape: Shape;
  readonly sort: string | null;
  readonly isPinned: boolean;
  /** Asks for attention: how many there are stands beside the name. */
  readonly isAttention: boolean;
  readonly needs?: "activities";
};

const open: FilterTree = { field: "outcome", op: "is", value: "open" };
const flagged = (field: string): FilterTree => ({ all: [open, { field, op: "is", value: true }] });
const view = (filter: FilterTree, more: Partial<BuiltIn> = {}): BuiltIn => ({
  filter,
  shape: "list",
  sort: null,
  isPinned: false,
  isAttention: false,
  ...more,
});

/** What comes with the product, in its order; their names are words. Dates are relative: they are right on every day. */
export const BUILT_IN_VIEWS = {
  all: view(open),
  priorities: view(
    {
      all: [{ field: "managerId", op: "is", value: "me" }, { field: "priority", op: "is", value: true }, open],
    },
    { isPinned: true },
  ),
  departures: view({ all: [open, { field: "departsOn", op: "during", value: "nextQuarter" }] }, { sort: "departsOn" }),
  idle: view(flagged("idle"), { isPinned: true, isAttention: true, needs: "activities" }),
  stale: view(flagged("stale"), { sort: "lastTouchAt", isAttention: true }),
  overdue: view(flagged("overdue"), { isAttention: true }),
  incomplete: view(flagged("incomplete"), { isAttention: true }),
} as const satisfies Record<string, BuiltIn>;

export type BuiltInView = keyof typeof BUILT_IN_VIEWS;

export function isBuiltIn(id: string): id is BuiltInView {
  return Object.hasOwn(BUILT_IN_VIEWS, id);
}
