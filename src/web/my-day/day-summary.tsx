import { useAllSpoken } from "#web/app/words.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useMyWeek } from "#web/my-day/use-my-day.ts";
import styles from "#web/my-day/my-day.module.css";

/** "2 en retard · 5 aujourd’hui, dont 1 faite · 7 cette semaine" */
export function DaySummary() {
  const { words } = useAllSpoken();
  const say = words.myDay;
  const { today } = useSurroundings();
  const { late, soon } = useMyWeek();
  if (!late.data || !soon.data) return <p className={styles.summary}>{"\u00a0"}</p>;
  const isLate = late.data.pages[0]?.total ?? 0;
  const rows = soon.data.pages.flatMap((page) => page.data);
  const own = rows.filter((one) => one.dueOn === today);
  const done = own.filter((one) => one.status === "done").length;
  const week = rows.filter((one) => one.dueOn > today && one.status === "planned").length;
  const parts = [
    isLate > 0 && say.late({ n: isLate }),
    say.today({ n: own.length }) + (done > 0 ? `, ${say.done({ n: done })}` : ""),
    week > 0 && say.week({ n: week }),
  ];
  return <p className={styles.summary}>{parts.filter(Boolean).join(" · ")}</p>;
}
