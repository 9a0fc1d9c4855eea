import { useRouter, useRouterState } from "@tanstack/react-router";
import { AccessCard, AccessPage } from "#web/access/access-page.tsx";
import { SignInForm } from "#web/access/sign-in-form.tsx";
import { useEnter } from "#web/access/use-enter.ts";
import { useAllWords } from "#web/app/words.ts";
import { Link } from "#web/kit/link.tsx";

export function SignInPage() {
  const { access } = useAllWords();
  const router = useRouter();
  const to = useRouterState({ select: ({ location }) => (location.search as { to?: unknown }).to });
  const enter = useEnter();
  return (
    <AccessPage title={access.signIn.title}>
      <AccessCard title={access.signIn.title}>
        <SignInForm
          onSignedIn={(me) => {
            enter(me);
            router.history.replace(ownAddress(to));
          }}
          aside={<Link href="/reset">{access.signIn.forgotten}</Link>}
        />
      </AccessCard>
    </AccessPage>
  );
}

/** Back to where one was sent away from, never to another site. */
function ownAddress(to: unknown): string {
  return typeof to === "string" && /^\/(?![/\\])/.test(to) ? to : "/opportunities";
}
