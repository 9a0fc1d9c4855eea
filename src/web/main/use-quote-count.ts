import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Me } from "#contract/me.ts";
import { may } from "#domain/user/rights.ts";
import { ask } from "#web/api/api.ts";

/** The first screen comes first. */
const LATER_MS = 2000;

/** How many quotes are drafts or wait for an answer, as far as the reader sees them. */
export function useQuoteCount(me: Me): number | undefined {
  const [isLater, setIsLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLater(true), LATER_MS);
    return () => clearTimeout(timer);
  }, []);
  const { data } = useQuery({
    queryKey: ["quotes", "count"],
    queryFn: async () => (await ask("listQuotes", { query: { status: ["draft", "sent"], limit: 1, count: "exact" } })).total ?? 0,
    enabled: isLater && may(me, "quotes", "read"),
  });
  return data;
}
