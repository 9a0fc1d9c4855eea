import { AccessCard, AccessPage } from "#web/access/access-page.tsx";
import { useAllWords } from "#web/app/words.ts";
import { Link } from "#web/kit/link.tsx";

/** A link of a mail that was used, withdrawn, or is too old. */
export function DeadLink({ text }: { text: string }) {
  const { link } = useAllWords().access;
  return (
    <AccessPage title={link.title}>
      <AccessCard title={link.title} text={text}>
        <Link href="/sign-in">{link.toSignIn}</Link>
      </AccessCard>
    </AccessPage>
  );
}
