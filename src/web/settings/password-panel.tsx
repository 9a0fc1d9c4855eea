import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, ask } from "#web/api/api.ts";
import { Form } from "#web/app/form.tsx";
import { useMe } from "#web/app/me.ts";
import { PasswordField } from "#web/app/password-field.tsx";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { useToasts } from "#web/kit/toast.tsx";
import styles from "#web/settings/section.module.css";

const BLANK = { current: "", password: "" };

export function PasswordPanel() {
  const { settings, access } = useAllWords();
  const { security } = settings;
  const me = useMe();
  const client = useQueryClient();
  const toasts = useToasts();
  const [typed, setTyped] = useState(BLANK);
  const change = useMutation({
    mutationFn: () => ask("changePassword", { body: typed }),
    onSuccess: () => {
      setTyped(BLANK);
      toasts.show({ text: security.changed });
      void client.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
  const problem = change.error instanceof ApiProblem ? change.error : undefined;
  const isWrong = problem?.code === "credentials.wrong";
  return (
    <Panel title={security.password}>
      <div className={styles.fields}>
        <Form
          onSubmit={() => change.mutate()}
          failure={isWrong ? undefined : change.error}
          fields={["password"]}
          actions={
            <Button type="submit" isPending={change.isPending}>
              {security.change}
            </Button>
          }
        >
          <input type="hidden" autoComplete="username" value={me.email} readOnly />
          <PasswordField
            label={security.current}
            kind="current"
            value={typed.current}
            onChange={(current) => setTyped({ ...typed, current })}
            error={isWrong ? security.currentWrong : undefined}
          />
          <PasswordField
            label={security.next}
            hint={access.passwordRule}
            kind="new"
            value={typed.password}
            onChange={(password) => setTyped({ ...typed, password })}
            error={problem?.fieldError("password")}
          />
        </Form>
      </div>
    </Panel>
  );
}
