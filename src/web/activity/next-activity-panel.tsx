import type { Opportunity } from "#contract/opportunity.ts";
import { DuePill } from "#web/activity/activity-pill.tsx";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Kbd } from "#web/kit/kbd.tsx";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import styles from "#web/activity/activity.module.css";

/** What is to be done next with this opportunity. Absent without the right to activities. */
export function NextActivityPanel({ one, onPlan }: { one: Opportunity; onPlan: () => void }) {
  const { words } = useSpoken();
  const say = words.activity;
  const mayRead = useMay("activities", "read");
  const mayWrite = useMay("activities", "write");
  if (!mayRead) return null;
  const plan = mayWrite && (
    <Button look="link" size="small" onPress={onPlan}>
      {say.planShort} <Kbd keys="a" />
    </Button>
  );
  const next = one.nextActivity;
  return (
    <Panel title={say.next} action={plan}>
      {next === null ? (
        <p className={styles.quiet}>{say.nothingNext}</p>
      ) : (
        <p className={styles.next}>
          <Link href={`/opportunities/${one.id}?tab=activities`}>{next.title}</Link>
          <DuePill due={next} />
        </p>
      )}
    </Panel>
  );
}
