import { ArrowUp } from "lucide-react";
import { useState } from "react";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { eventsOf, type Fact } from "#web/timeline/timeline-event.ts";
import styles from "#web/timeline/timeline.module.css";

/** What others did since the timeline was opened waits until it is asked for: it would move what is being read. */
export function useFresh(facts: readonly Fact[]): { readonly shown: readonly Fact[]; readonly waiting: number; readonly show: () => void } {
  const me = useMe().id;
  const [seenAt, setSeenAt] = useState(facts[0]?.at ?? "");
  const isWaiting = (fact: Fact): boolean => fact.at > seenAt && fact.actor.id !== me;
  return {
    shown: facts.filter((fact) => !isWaiting(fact)),
    waiting: eventsOf(facts.filter(isWaiting)).length,
    show: () => setSeenAt(facts[0]?.at ?? ""),
  };
}

export function FreshButton({ n, onShow }: { n: number; onShow: () => void }) {
  const { words } = useSpoken();
  return (
    <div role="status" className={styles.fresh}>
      {n > 0 && (
        <Button size="small" icon={<Icon of={ArrowUp} size={14} />} onPress={onShow}>
          {words.timeline.fresh({ n })}
        </Button>
      )}
    </div>
  );
}
