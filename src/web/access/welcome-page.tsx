import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { CircleAlert, CircleCheck, Lock, Mail } from "lucide-react";
import { AccessPage } from "#web/access/access-page.tsx";
import { DeadLink } from "#web/access/dead-link.tsx";
import { WelcomeSteps } from "#web/access/welcome-steps.tsx";
import { ApiProblem, ask } from "#web/api/api.ts";
import { useAllWords } from "#web/app/words.ts";
import { Icon } from "#web/kit/icon.tsx";
import styles from "#web/access/welcome-page.module.css";

const CHECK_EVERY_MS = 5000;

/** The first visit, while there is no user: the agency, its administrator, how to start. */
export function WelcomePage() {
  const words = useAllWords();
  const { token } = useParams({ from: "/welcome/$token" });
  const checks = useQuery({
    queryKey: ["welcome", token],
    queryFn: () => ask("showWelcome", { params: { token } }),
    refetchInterval: ({ state }) => (isDead(state.error) ? false : CHECK_EVERY_MS),
    retry: false,
  });
  if (isDead(checks.error)) return <DeadLink text={words.access.link.welcome} />;
  return (
    <AccessPage title={words.access.welcome.title} isWide>
      <WelcomeSteps token={token}>
        <Checks database={checks.isPending ? undefined : !checks.error && checks.data?.database} mail={checks.data?.mail} />
      </WelcomeSteps>
    </AccessPage>
  );
}

type ChecksProps = { database: boolean | undefined; mail: boolean | undefined };

/** Asked again every few seconds: a failing one says what to do. */
function Checks({ database, mail }: ChecksProps) {
  const { welcome } = useAllWords().access;
  const databaseWords = database ? welcome.databaseReady : welcome.databaseMissing;
  return (
    <ul className={styles.checks} aria-live="polite">
      <li className={database ? styles.good : database === false ? styles.bad : undefined}>
        <Icon of={database === false ? CircleAlert : CircleCheck} />
        {database === undefined ? welcome.checking : databaseWords}
      </li>
      {mail !== undefined && (
        <li className={mail ? styles.good : undefined}>
          <Icon of={mail ? CircleCheck : Mail} />
          {mail ? welcome.mailReady : welcome.mailMissing}
        </li>
      )}
      <li>
        <Icon of={Lock} />
        {welcome.private}
      </li>
    </ul>
  );
}

function isDead(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === "link.unusable";
}
