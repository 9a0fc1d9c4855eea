import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { Me } from "#contract/me.ts";
import { ask } from "#web/api/api.ts";
import { Form } from "#web/app/form.tsx";
import { PasswordField } from "#web/app/password-field.tsx";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { TextField } from "#web/kit/text-field.tsx";

type SignInFormProps = {
  /** Known already: only the password is asked. */
  email?: string;
  onSignedIn: (me: Me) => void;
  /** Beside the button. */
  aside?: ReactNode;
};

export function SignInForm({ email: known, onSignedIn, aside }: SignInFormProps) {
  const { access } = useAllWords();
  const [email, setEmail] = useState(known ?? "");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: () => ask("signIn", { body: { email: email.trim(), password } }),
    onSuccess: ({ me }) => onSignedIn(me),
  });
  return (
    <Form
      onSubmit={() => signIn.mutate()}
      failure={signIn.error}
      actions={
        <>
          <Button look="primary" type="submit" isPending={signIn.isPending}>
            {access.signIn.submit}
          </Button>
          {aside}
        </>
      }
    >
      <TextField
        label={access.email}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        isReadOnly={known !== undefined}
        autoFocus={known === undefined}
      />
      <PasswordField
        label={access.password}
        name="password"
        kind="current"
        value={password}
        onChange={setPassword}
        autoFocus={known !== undefined}
      />
    </Form>
  );
}
