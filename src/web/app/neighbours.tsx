import { useNavigate } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useSequence, type SequenceName } from "#web/app/sequence.ts";
import { useSpoken } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";

type NeighboursProps = {
  readonly of: SequenceName;
  readonly id: string;
  /** Its heading in the sheet of shortcuts, and how the two ways are called. */
  readonly words: { readonly title: string; readonly next: string; readonly previous: string };
};

/** "‹ 3 / 38 ›": to the next and previous of where one came from; absent when the page was opened by its address. */
export function Neighbours({ of, id, words: { title, next, previous } }: NeighboursProps) {
  const { words } = useSpoken();
  const navigate = useNavigate();
  const sequence = useSequence(of, id);
  const at = sequence?.ids.indexOf(id) ?? -1;
  const before = sequence?.ids[at - 1];
  const after = at < 0 ? undefined : sequence?.ids[at + 1];
  const go = (to: string | undefined): void => void (to !== undefined && navigate({ to: `/${of}/$id`, params: { id: to } }));
  useShortcut({ keys: "j", label: next, group: title }, () => go(after), after !== undefined);
  useShortcut({ keys: "k", label: previous, group: title }, () => go(before), before !== undefined);
  if (!sequence) return null;
  const { total } = sequence;
  return (
    <nav aria-label={words.opportunity.position({ n: at + 1, of: total })}>
      {before !== undefined && <IconButton icon={ChevronLeft} label={previous} size="small" onPress={() => go(before)} />}
      <span aria-hidden>{`${at + 1} / ${total}`}</span>
      {after !== undefined && <IconButton icon={ChevronRight} label={next} size="small" onPress={() => go(after)} />}
    </nav>
  );
}
