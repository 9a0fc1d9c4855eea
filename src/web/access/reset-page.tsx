import { useMutation } from "@tanstack/react-query";
import { useParams, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { AccessCard, AccessPage } from "#web/access/access-page.tsx";
import { DeadLink } from "#web/access/dead-link.tsx";
import { useEnter } from "#web/access/use-enter.ts";
import { ApiProblem, ask } from "#web/api/api.ts";
import { Form } from "#web/app/form.tsx";
import { PasswordField } from "#web/app/password-field.tsx";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Link } from "#web/kit/link.tsx";
import { TextField } from "#web/kit/text-field.tsx";

/** Asks for a link; the answer is the same whether the address is known or not. */
export function ResetRequestPage() {
  const { access } = useAllWords();
  const { reset } = access;
  const [email, setEmail] = useState("");
  const request = useMutation({ mutationFn: () => ask("requestPasswordReset", { body: { email: email.trim() } }) });
  const back = <Link href="/sign-in">{reset.back}</Link>;
  if (request.isSuccess) {
    return (
      <AccessPage title={reset.title}>
        <AccessCard title={reset.sentTitle} text={reset.sent({ email: email.trim() })}>
          <p>{reset.noMail}</p>
          <p>{back}</p>
        </AccessCard>
      </AccessPage>
    );
  }
  return (
    <AccessPage title={reset.title}>
      <AccessCard title={reset.title} text={reset.text}>
        <Form
          onSubmit={() => request.mutate()}
          failure={request.error}
          actions={
            <>
              <Button look="primary" type="submit" isPending={request.isPending}>
                {reset.submit}
              </Button>
              {back}
            </>
          }
        >
          <TextField label={access.email} type="email" autoComplete="username" value={email} onChange={setEmail} autoFocus />
        </Form>
      </AccessCard>
    </AccessPage>
  );
}

/** Chooses the new password by the link of the mail. */
export function ResetPage() {
  const { access } = useAllWords();
  const { reset } = access;
  const { token } = useParams({ from: "/reset/$token" });
  const router = useRouter();
  const enter = useEnter();
  const [password, setPassword] = useState("");
  const save = useMutation({
    mutationFn: () => ask("resetPassword", { params: { token }, body: { password } }),
    onSuccess: ({ me }) => {
      enter(me);
      router.history.replace("/opportunities");
    },
  });
  if (save.error instanceof ApiProblem && save.error.code === "link.unusable") return <DeadLink text={access.link.text} />;
  const problem = save.error instanceof ApiProblem ? save.error : undefined;
  return (
    <AccessPage title={reset.newTitle}>
      <AccessCard title={reset.newTitle} text={reset.newText}>
        <Form
          onSubmit={() => save.mutate()}
          failure={save.error}
          fields={["password"]}
          actions={
            <Button look="primary" type="submit" isPending={save.isPending}>
              {reset.save}
            </Button>
          }
        >
          <PasswordField
            label={reset.newPassword}
            hint={access.passwordRule}
            kind="new"
            value={password}
            onChange={setPassword}
            error={problem?.fieldError("password")}
            autoFocus
          />
        </Form>
      </AccessCard>
    </AccessPage>
  );
}
