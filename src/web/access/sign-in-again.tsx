import { useQueryClient } from "@tanstack/react-query";
import type { Me } from "#contract/me.ts";
import { ME } from "#web/app/me.ts";
import { settleSignIn, useIsSignedOut } from "#web/app/session.ts";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { SignInForm } from "#web/access/sign-in-form.tsx";

/** The session ended while working: the page stays behind, with what was typed, and goes on afterwards. */
export function SignInAgain({ me }: { me: Me }) {
  const { access, shell } = useAllWords();
  const client = useQueryClient();
  const isOpen = useIsSignedOut();
  function goOn(again: Me) {
    client.setQueryData(ME, again);
    settleSignIn(true);
    void client.invalidateQueries();
  }
  return (
    <Dialog isOpen={isOpen} onClose={() => undefined} role="alertdialog" size="small" title={shell.session.title}>
      <p>{shell.session.text}</p>
      <SignInForm
        email={me.email}
        onSignedIn={goOn}
        aside={
          <Button look="quiet" onPress={() => location.assign("/sign-in")}>
            {access.signIn.other({ name: me.name })}
          </Button>
        }
      />
    </Dialog>
  );
}
