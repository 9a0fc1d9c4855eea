import { useMutation } from "@tanstack/react-query";
import type { User } from "#contract/user.ts";
import { ask } from "#web/api/api.ts";
import { LANGUAGE_NAMES } from "#web/app/language.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { formatInstant } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { useToasts } from "#web/kit/toast.tsx";
import { USERS } from "#web/people/use-users.ts";

export function SignInPanel({ user }: { user: User }) {
  const { locale, words } = useAllSpoken();
  const { user: say, list } = words.people;
  const { timeZone } = useSurroundings();
  const report = useReport();
  const toasts = useToasts();
  const end = useMutation({
    mutationFn: () => ask("endUserSessions", { params: { id: user.id } }),
    onSuccess: () => toasts.show({ text: say.sessionsEnded({ name: user.name }) }),
    onError: (error) => report(error, USERS),
  });
  return (
    <Panel title={say.signIn}>
      <FactsList>
        <Fact label={say.lastSeen}>{user.lastSeenAt ? formatInstant(user.lastSeenAt, locale, timeZone) : list.never}</Fact>
        <Fact label={say.created}>{formatInstant(user.createdAt, locale, timeZone)}</Fact>
        <Fact label={say.language}>{LANGUAGE_NAMES[user.language]}</Fact>
      </FactsList>
      <p style={{ marginTop: 10 }}>
        <Button size="small" onPress={() => end.mutate()} isPending={end.isPending}>
          {say.endSessions}
        </Button>
      </p>
    </Panel>
  );
}
