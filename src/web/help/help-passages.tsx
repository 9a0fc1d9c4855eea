import { HelpText } from "#web/help/help-text.tsx";
import { searchHelp } from "#web/help/search-help.ts";
import type { Help } from "#web/help/use-help.ts";
import { Link } from "#web/kit/link.tsx";
import styles from "#web/help/help.module.css";

/** The passages that say what was asked, each with the way to its part. */
export function HelpPassages({ help, typed, onFollow }: { help: Help; typed: string; onFollow: () => void }) {
  const found = searchHelp(help.topics, typed);
  return (
    <div className={styles.article}>
      <h1 className={styles.title}>{help.title}</h1>
      <p role="status" className={styles.summary}>
        {found.length === 0 ? help.nothing : help.found({ n: found.length })}
      </p>
      <ol className={styles.passages}>
        {found.map(({ topic, part, under, text }) => (
          <li key={`${topic} ${part} ${text}`} onClick={onFollow}>
            <Link href={`/help/${topic}#${part}`} look="name">
              {`${help.topics[topic].title} · ${under ?? help.parts[part]}`}
            </Link>
            <p>
              <HelpText text={text} />
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
