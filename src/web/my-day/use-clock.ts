import { useEffect, useState } from "react";
import { formatTime } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";

/** "10:42" on the agency's wall clock, anew each minute. */
export function useClock(): string {
  const { timeZone } = useSurroundings();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), 60_000 - (now % 60_000));
    return () => clearTimeout(timer);
  }, [now]);
  return formatTime(new Date(now).toISOString(), "en", timeZone);
}
