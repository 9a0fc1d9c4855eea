import { useMutation } from "@tanstack/react-query";
import { ask } from "#web/api/api.ts";
import { useNoticeWords } from "#web/app/notice-words.ts";
import { useReport } from "#web/app/use-report.ts";
import { showRefused, useWork, type Job } from "#web/app/work-store.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { RouteProgress } from "#web/kit/route-progress.tsx";
import type { NoticeWords } from "#words/notice/notice-words.ts";
import styles from "#web/main/work.module.css";

/** What is under way on the server, on whatever page one is: how far it is, and the way to stop it. */
export function WorkHost() {
  const { jobs, refused } = useWork();
  const { data: say } = useNoticeWords();
  const words = useWords();
  if (!say) return null;
  return (
    <>
      {jobs.length > 0 && (
        <section className={styles.work} aria-label={say.work.label} data-no-print>
          {jobs.map((job) => (
            <JobBar key={job.id} job={job} say={say} />
          ))}
        </section>
      )}
      <Dialog
        isOpen={refused !== undefined}
        onClose={() => showRefused(undefined)}
        title={say.work.refused({ n: refused?.length ?? 0 })}
        size="small"
        actions={<Button onPress={() => showRefused(undefined)}>{words.common.close}</Button>}
      >
        <ul className={styles.refused}>
          {refused?.map(({ id, name, number, reason }) => (
            <li key={id}>
              <b>{name ?? id}</b> {number} · {say.work.reason[reason]}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

type JobBarProps = { readonly job: Job; readonly say: NoticeWords };

function JobBar({ job, say }: JobBarProps) {
  const report = useReport();
  const cancel = useMutation({
    mutationFn: () => ask("cancelJob", { params: { id: job.id }, body: {} }),
    onError: (error) => report(error, ["jobs"]),
  });
  const label =
    job.kind === "undo" ? say.work.undoing : say.work.changing({ what: say.counted[job.list ?? "opportunities"]({ n: job.total ?? 0 }) });
  return (
    <div className={styles.job}>
      <span>{label}</span>
      <RouteProgress label={label} {...(job.total ? { percent: (100 * job.done) / job.total } : {})} />
      <Button size="small" look="quiet" isPending={cancel.isPending} onPress={() => cancel.mutate()}>
        {say.work.cancel}
      </Button>
    </div>
  );
}
