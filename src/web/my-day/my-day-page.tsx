import { useRef } from "react";
import { useActivityDialog } from "#web/activity/use-activity-dialog.tsx";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMay } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { NoRight } from "#web/kit/no-right.tsx";
import { Page } from "#web/kit/page.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { MentionsPanel } from "#web/my-day/mentions-panel.tsx";
import { DaySummary } from "#web/my-day/day-summary.tsx";
import { MyWeek } from "#web/my-day/my-week.tsx";
import { ownerOfFocused, useDayKeys } from "#web/my-day/use-day-keys.ts";
import { useMyDay } from "#web/my-day/use-my-day.ts";
import { WatchPanel } from "#web/my-day/watch-panel.tsx";
import styles from "#web/my-day/my-day.module.css";

/** What one begins the day with: what is late, today by the clock, this week; beside it what asks for attention. */
export function MyDayPage() {
  const { words } = useAllSpoken();
  const { locale, today } = useSurroundings();
  const isPhone = useIsPhone();
  const region = useRef<HTMLDivElement>(null);
  const group = words.shell.nav.home;
  const [reads, writes] = [useMay("activities", "read"), useMay("activities", "write")];
  const { plan, planFor, dialog } = useActivityDialog({ owner: ownerOfFocused, group });
  const onKeyDown = useDayKeys(region, group);
  useLiveUpdates();
  const day = capital(formatDay(today, locale, "longDay"), locale);
  return (
    <Page title={isPhone ? day : group} hasOwnHeading>
      {/* The rows are the controls; the arrows only walk between them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={region} className={styles.page} onKeyDown={onKeyDown}>
        <header className={styles.header}>
          <h1 className={styles.title}>{day}</h1>
          {reads && <DaySummary />}
          {writes && (
            <div className={styles.acts}>
              <Button kbd="a" onPress={plan}>
                {words.activity.planShort}
              </Button>
            </div>
          )}
        </header>
        <div className={classNames(styles.columns, !reads && styles.alone)}>
          {reads && <MyWeek />}
          <Attention onPlan={planFor} />
        </div>
      </div>
      {dialog}
    </Page>
  );
}

function Attention({ onPlan }: { readonly onPlan: ReturnType<typeof useActivityDialog>["planFor"] }) {
  const { words } = useAllSpoken();
  return (
    <div className={styles.aside}>
      <Loaded query={useMyDay()} label={words.myDay.loading}>
        {({ toWatch, mentions }) => (
          <>
            {toWatch && <WatchPanel found={toWatch} onPlan={onPlan} />}
            {mentions && <MentionsPanel mentions={mentions} />}
            {!toWatch && !mentions && <NoRight title={words.myDay.nothing} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

function capital(text: string, locale: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
}
