import type { Help } from "#web/help/use-help.ts";
import { classNames } from "#web/kit/class-names.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { HELP_TOPICS, type HelpTopic } from "#words/help/article.ts";
import menu from "#web/settings/settings-frame.module.css";
import styles from "#web/help/help.module.css";

type TopicsProps = { help: Help; current: HelpTopic | undefined; onFollow: () => void };

/** Every topic: a list at the left, a choice above the article on a phone. */
export function HelpTopics({ help, current, onFollow }: TopicsProps) {
  const { navigate } = useSurroundings();
  const choose = (topic: string): void => {
    onFollow();
    navigate(`/help/${topic}`);
  };
  return (
    <>
      <nav aria-label={help.title} className={classNames(menu.nav, styles.nav)}>
        <ul onClick={onFollow}>
          {HELP_TOPICS.map((topic) => (
            <li key={topic}>
              <Link href={`/help/${topic}`} look="bare" isCurrent={topic === current} className={menu.item}>
                {help.topics[topic].title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={menu.select}>
        <select aria-label={help.title} value={current ?? ""} onChange={(event) => choose(event.target.value)}>
          {current === undefined && <option value="">{help.title}</option>}
          {HELP_TOPICS.map((topic) => (
            <option key={topic} value={topic}>
              {help.topics[topic].title}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
