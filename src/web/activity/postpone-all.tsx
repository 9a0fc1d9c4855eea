import type { Activity } from "#contract/activity.ts";
import { addDays } from "#domain/shared/day.ts";
import { nextMonday } from "#web/activity/activity-time.ts";
import { useActivityActs } from "#web/activity/use-activities.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Menu } from "#web/kit/menu.tsx";

/** One change, one undo. */
export function PostponeAll({ rows }: { rows: readonly Activity[] }) {
  const { words } = useSpoken();
  const { today } = useSurroundings();
  const acts = useActivityActs();
  const ids = rows.filter((one) => one.can.edit).map((one) => one.id);
  if (ids.length === 0) return null;
  const say = words.activity;
  return (
    <Menu
      label={say.postponeAll}
      trigger={
        <Button look="link" size="small">
          {say.postponeAll}
        </Button>
      }
      groups={[
        {
          id: "days",
          items: [
            { id: "tomorrow", label: say.tomorrow },
            { id: "monday", label: say.monday },
          ],
        },
      ]}
      onAction={(id) => void acts.postpone(ids, id === "monday" ? nextMonday(today) : addDays(today, 1))}
    />
  );
}
