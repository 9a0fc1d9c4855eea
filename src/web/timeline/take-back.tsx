import { useState } from "react";
import { useUndo } from "#web/app/undo.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import type { TimelineEvent } from "#web/timeline/timeline-event.ts";

/** From the history: what is told as one event is taken back newest first; where a later change stands in the way, it asks. */
export function TakeBack({ event }: { readonly event: TimelineEvent }) {
  const { common } = useWords();
  const { undo } = useUndo();
  const [isUndoing, setIsUndoing] = useState(false);
  const takeBack = async (): Promise<void> => {
    setIsUndoing(true);
    for (const changeId of new Set(event.facts.map((fact) => fact.changeId))) await undo(changeId);
    setIsUndoing(false);
  };
  return (
    <Button size="small" look="link" isPending={isUndoing} onPress={() => void takeBack()}>
      {common.undo}
    </Button>
  );
}
