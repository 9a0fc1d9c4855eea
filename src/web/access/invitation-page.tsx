import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { AccessCard, AccessPage } from "#web/access/access-page.tsx";
import { DeadLink } from "#web/access/dead-link.tsx";
import { useEnter } from "#web/access/use-enter.ts";
import { ApiProblem, ask, type Answer } from "#web/api/api.ts";
import { Form } from "#web/app/form.tsx";
import { PasswordField } from "#web/app/password-field.tsx";
import { problemDetails, problemText } from "#web/app/problem-text.ts";
import { useAllSpoken, useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { ErrorPanel } from "#web/kit/error-panel.tsx";
import { TextField } from "#web/kit/text-field.tsx";

export function InvitationPage() {
  const words = useAllWords();
  const { token } = useParams({ from: "/invitation/$token" });
  const { data, error, refetch } = useQuery({
    queryKey: ["invitation-link", token],
    queryFn: () => ask("showInvitation", { params: { token } }),
    staleTime: Infinity,
  });
  if (data) return <AcceptInvitation token={token} invitation={data} />;
  if (error instanceof ApiProblem && error.code === "link.unusable") return <DeadLink text={words.access.link.text} />;
  if (!error) return null;
  return (
    <AccessPage title={words.shell.notLoaded}>
      <ErrorPanel title={words.shell.notLoaded} onRetry={() => void refetch()} details={problemDetails(error)}>
        {problemText(error, words)}
      </ErrorPanel>
    </AccessPage>
  );
}

type AcceptInvitationProps = { token: string; invitation: Answer<"showInvitation"> };

function AcceptInvitation({ token, invitation }: AcceptInvitationProps) {
  const { locale, words } = useAllSpoken();
  const { access } = words;
  const router = useRouter();
  const enter = useEnter();
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState("");
  const accept = useMutation({
    mutationFn: () => ask("acceptInvitation", { params: { token }, body: { name, password, language: locale } }),
    onSuccess: ({ me }) => {
      enter(me);
      router.history.replace("/opportunities");
    },
  });
  const problem = accept.error instanceof ApiProblem ? accept.error : undefined;
  const title = access.invitation.title({ workspace: invitation.workspace });
  if (problem?.code === "link.unusable") return <DeadLink text={access.link.text} />;
  return (
    <AccessPage title={title}>
      <AccessCard title={title} text={access.invitation.text({ email: invitation.email, role: access.invitation.role[invitation.role] })}>
        <Form
          onSubmit={() => accept.mutate()}
          failure={accept.error}
          fields={["name", "password"]}
          actions={
            <Button look="primary" type="submit" isPending={accept.isPending}>
              {access.invitation.submit}
            </Button>
          }
        >
          <input type="hidden" name="username" autoComplete="username" value={invitation.email} readOnly />
          <TextField
            label={access.invitation.name}
            hint={access.invitation.nameHint}
            autoComplete="name"
            value={name}
            onChange={setName}
            error={problem?.fieldError("name")}
            autoFocus
          />
          <PasswordField
            label={access.password}
            hint={access.passwordRule}
            kind="new"
            value={password}
            onChange={setPassword}
            error={problem?.fieldError("password")}
          />
        </Form>
      </AccessCard>
    </AccessPage>
  );
}
