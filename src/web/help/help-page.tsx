import { useParams, useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { SHORTCUTS_HREF } from "#web/app/help.ts";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useAllWords } from "#web/app/words.ts";
import { HelpArticle } from "#web/help/help-article.tsx";
import { HelpPassages } from "#web/help/help-passages.tsx";
import { HelpTopics } from "#web/help/help-topics.tsx";
import { useHelp, type Help } from "#web/help/use-help.ts";
import { Link } from "#web/kit/link.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Page } from "#web/kit/page.tsx";
import { SearchField } from "#web/kit/search-field.tsx";
import { HELP_PARTS, HELP_TOPICS, type HelpTopic } from "#words/help/article.ts";
import styles from "#web/help/help.module.css";

/** The built-in help: topics at the left, an article, its seven parts at the right. */
export function HelpPage() {
  const words = useAllWords();
  const help = useHelp();
  return (
    <Page title={words.shell.help.title} hasOwnHeading>
      <Loaded query={help} label={words.common.loading} frame={<Block height={480} />}>
        {(data) => <Content help={data} />}
      </Loaded>
    </Page>
  );
}

function Content({ help }: { help: Help }) {
  const { topic: named } = useParams({ strict: false });
  const topic = HELP_TOPICS.find((one) => one === named) ?? (named === undefined ? HELP_TOPICS[0] : undefined);
  const [typed, setTyped] = useState("");
  const isSearching = typed.trim() !== "";
  useDocumentTitle(topic ? help.topics[topic].title : help.title);
  useHash(isSearching);
  return (
    <div className={styles.columns}>
      <HelpTopics help={help} current={isSearching ? undefined : topic} onFollow={() => setTyped("")} />
      <div className={styles.middle}>
        <SearchField label={help.search} value={typed} onChange={setTyped} className={styles.search} />
        {isSearching && <HelpPassages help={help} typed={typed} onFollow={() => setTyped("")} />}
        {!isSearching && topic && (
          <>
            <Contents help={help} topic={topic} />
            <HelpArticle help={help} topic={topic} />
          </>
        )}
        {!isSearching && !topic && <NoArticle help={help} />}
        <p className={styles.end}>
          {help.notThis} <Link href={SHORTCUTS_HREF}>{help.shortcuts}</Link>
        </p>
      </div>
    </div>
  );
}

function NoArticle({ help }: { help: Help }) {
  return (
    <div role="status" className={styles.article}>
      <h1 className={styles.title}>{help.noArticle}</h1>
      <p className={styles.summary}>{help.noArticleText}</p>
    </div>
  );
}

/** The seven parts, in sight at the right; above the article where there is no room beside it. */
function Contents({ help, topic }: { help: Help; topic: HelpTopic }) {
  return (
    <nav aria-labelledby="help-contents" className={styles.contents}>
      <p id="help-contents" className={styles.label}>
        {help.contents}
      </p>
      <ul>
        {HELP_PARTS.map((part) => (
          <li key={part}>
            <Link href={`/help/${topic}#${part}`} look="quiet">
              {help.parts[part]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The part named by the address is brought into sight and spoken, once the article is there. */
function useHash(isSearching: boolean): void {
  const { hash, at } = useRouterState({
    select: ({ location }) => ({ hash: location.hash, at: location.state.key }),
    structuralSharing: true,
  });
  useEffect(() => {
    if (isSearching || hash === "") return;
    const heading = document.getElementById(hash);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [isSearching, hash, at]);
}
