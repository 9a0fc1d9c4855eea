import type { ApiProblem } from "#web/api/api.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { EmptyState } from "#web/kit/empty-state.tsx";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import styles from "#web/app/record-page.module.css";

/** The page of a record that was deleted: by whom, when, and the way back for who may. */
export function DeletedRecord({ problem, onRestore }: { problem: ApiProblem; onRestore?: () => void }) {
  const { words, locale } = useSpoken();
  const { timeZone } = useSurroundings();
  const { name, deletedAt, deletedBy } = problem.body;
  const text =
    typeof name === "string" && typeof deletedAt === "string"
      ? words.common.deletedBy({
          name,
          day: formatDay(dayInZone(deletedAt, timeZone), locale, "full"),
          by: typeof deletedBy === "string" ? deletedBy : "Escale",
        })
      : problem.message;
  return (
    <div className={styles.content}>
      <EmptyState
        title={text}
        actions={
          onRestore && (
            <Button look="primary" onPress={onRestore}>
              {words.common.restore}
            </Button>
          )
        }
      >
        {words.common.deletedHint}
      </EmptyState>
    </div>
  );
}
