import { useQuery } from "@tanstack/react-query";
import { addDays, weekdayOf } from "#domain/shared/day.ts";
import { useActivities } from "#web/activity/use-activities.ts";
import { ask } from "#web/api/api.ts";
import { useMe } from "#web/app/me.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";

/** What asks for attention. Follows every change of opportunities, activities and messages. */
export function useMyDay() {
  return useQuery({ queryKey: ["opportunities", "my-day"], queryFn: ({ signal }) => ask("showMyDay", {}, { signal }) });
}

const LATE = { status: "planned", overdue: "true", sort: "dueOn,dueTime", limit: 50 } as const;
const SOON = { sort: "dueOn,dueTime", limit: 200 } as const;

/** The reader's own activities: what is late, and all of this week from today on, done or not. */
export function useMyWeek() {
  const { id } = useMe();
  const { today } = useSurroundings();
  const sunday = addDays(today, 7 - weekdayOf(today));
  const late = useActivities({ ...LATE, assigneeId: [id] });
  const soon = useActivities({ ...SOON, assigneeId: [id], "dueOn[gte]": today, "dueOn[lte]": sunday });
  return { late, soon };
}
