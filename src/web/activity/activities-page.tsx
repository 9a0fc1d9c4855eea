import { useNavigate, useSearch } from "@tanstack/react-router";
import { ActivityList } from "#web/activity/activity-list.tsx";
import { useActivityDialog } from "#web/activity/use-activity-dialog.tsx";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { useMay, useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Page } from "#web/kit/page.tsx";
import { Segmented } from "#web/kit/segmented.tsx";
import styles from "#web/activity/activity.module.css";

/** The dialog asks which opportunity. */
const NOTHING = {};

/** Everything to be done and done: mine or everybody's. What is shown is kept in the address. */
export function ActivitiesPage() {
  const { words } = useSpoken();
  const say = words.activity;
  const me = useMe();
  const mayWrite = useMay("activities", "write");
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { plan, dialog } = useActivityDialog({ owner: NOTHING, group: say.title });
  useLiveUpdates();
  const whose = search["whose"] === "all" ? "all" : "mine";
  const state = search["state"] === "done" ? "done" : "planned";
  const show = (change: Record<string, string>): void => {
    const next = { whose, state, ...change };
    void navigate({
      to: "/activities",
      search: { ...(next.whose === "all" ? { whose: "all" } : {}), ...(next.state === "done" ? { state: "done" } : {}) },
      replace: true,
    });
  };
  return (
    <Page
      title={say.title}
      primary={
        mayWrite && (
          <Button look="primary" kbd="a" onPress={plan}>
            {say.planShort}
          </Button>
        )
      }
    >
      <div className={styles.page}>
        <div className={styles.stacked}>
          <div className={styles.acts}>
            <Segmented
              label={say.whose}
              options={[
                { id: "mine", label: say.mine },
                { id: "all", label: say.all },
              ]}
              value={whose}
              onChange={(id) => show({ whose: id })}
            />
            <Segmented
              label={say.state}
              options={[
                { id: "planned", label: say.statePlanned },
                { id: "done", label: say.stateDone },
              ]}
              value={state}
              onChange={(id) => show({ state: id })}
            />
          </div>
          <ActivityList key={`${whose}-${state}`} query={whose === "mine" ? { assigneeId: [me.id] } : {}} state={state} />
        </div>
      </div>
      {dialog}
    </Page>
  );
}
