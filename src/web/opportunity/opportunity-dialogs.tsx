import { lazy, Suspense } from "react";
import type { Actable } from "#web/opportunity/opportunity-acts.ts";

const MoveDialog = lazy(async () => ({ default: (await import("#web/opportunity/move-dialog.tsx")).MoveDialog }));
const LoseDialog = lazy(async () => ({ default: (await import("#web/opportunity/lose-dialog.tsx")).LoseDialog }));
const AssignDialog = lazy(async () => ({ default: (await import("#web/opportunity/assign-dialog.tsx")).AssignDialog }));
const TagsDialog = lazy(async () => ({ default: (await import("#web/opportunity/tags-dialog.tsx")).TagsDialog }));

/** What is asked before an act on one opportunity. */
export type Asked = { readonly about: "move" | "elsewhere" | "lose" | "assign" | "tags"; readonly one: Actable };
export type MoveTo = (one: Actable, stage: { readonly id: string; readonly name: string }) => Promise<unknown>;

type DialogsProps = {
  readonly asked: Asked | undefined;
  readonly onClose: () => void;
  /** In place of the plain move. */ readonly onMove?: MoveTo;
};

/** Fetched with the first question. */
export function OpportunityDialogs({ asked, onClose, onMove }: DialogsProps) {
  if (!asked) return null;
  const { about, one } = asked;
  return (
    <Suspense fallback={null}>
      {(about === "move" || about === "elsewhere") && (
        <MoveDialog opportunity={one} isElsewhere={about === "elsewhere"} onClose={onClose} {...(onMove ? { onMove } : {})} />
      )}
      {about === "lose" && <LoseDialog opportunity={one} onClose={onClose} />}
      {about === "tags" && <TagsDialog opportunity={one} onClose={onClose} />}
      {about === "assign" && <AssignDialog opportunity={one} onClose={onClose} />}
    </Suspense>
  );
}
