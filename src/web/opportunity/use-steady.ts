import { useRef, useState } from "react";
import type { OpportunityCard } from "#contract/opportunity.ts";

/** The same object for as long as the board is shown, doing what was last said: hundreds of cards need not be drawn again. */
export function useSteady<Of extends Readonly<Record<string, (card: OpportunityCard) => void>>>(now: Of): Of {
  const latest = useRef(now);
  latest.current = now;
  const [steady] = useState(() => {
    const names = Object.keys(now) as (keyof Of & string)[];
    return Object.fromEntries(names.map((name) => [name, (card: OpportunityCard) => latest.current[name]?.(card)])) as unknown as Of;
  });
  return steady;
}
