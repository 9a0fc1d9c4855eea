import { TriangleAlert } from "lucide-react";
import type { Answer } from "#web/api/api.ts";
import { useWords } from "#web/app/words.ts";
import { Icon } from "#web/kit/icon.tsx";
import { Link } from "#web/kit/link.tsx";
import { Pill } from "#web/kit/pill.tsx";
import styles from "#web/contact/alike.module.css";

type AlikeProps = { readonly found: Answer<"findClientDuplicates">["data"]; readonly hrefOf: (id: string) => string };

/** Those that what is being typed may be mistaken for, and why; each opens beside, so that nothing typed is lost. */
export function Alike({ found, hrefOf }: AlikeProps) {
  const say = useWords().contact.duplicates;
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <section className={styles.alike}>
          <h3>
            <Icon of={TriangleAlert} /> {say.title}
          </h3>
          <ul>
            {found.map((one) => (
              <li key={one.id}>
                <Link href={hrefOf(one.id)} look="name" isExternal label={say.open(one)}>
                  {one.name}
                </Link>
                {one.city && <small>{one.city}</small>}
                {one.reasons.map((reason) => (
                  <Pill key={reason} kind="warning">
                    {say.reason[reason]}
                  </Pill>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
