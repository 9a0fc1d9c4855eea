import { useId, type ReactNode } from "react";
import { useMe } from "#web/app/me.ts";
import { useAllWords } from "#web/app/words.ts";
import { HelpText } from "#web/help/help-text.tsx";
import { SCREENS } from "#web/help/topics.ts";
import type { Help } from "#web/help/use-help.ts";
import { Link } from "#web/kit/link.tsx";
import { HELP_PARTS, type HelpArticle as Article, type HelpPartName, type HelpTopic } from "#words/help/article.ts";
import styles from "#web/help/help.module.css";

/** An article: its seven parts under one another. */
export function HelpArticle({ help, topic }: { help: Help; topic: HelpTopic }) {
  const article = help.topics[topic];
  return (
    <article className={styles.article}>
      <h1 className={styles.title}>{article.title}</h1>
      <p className={styles.summary}>
        <HelpText text={article.summary} />
      </p>
      {HELP_PARTS.map((part) => (
        <section key={part} aria-labelledby={part} className={styles.part}>
          <h2 id={part} tabIndex={-1} className={styles.heading}>
            {help.parts[part]}
          </h2>
          <Part article={article} part={part} />
          {part === "where" && <Screens topic={topic} label={help.screens} />}
        </section>
      ))}
    </article>
  );
}

function Part({ article, part }: { article: Article; part: HelpPartName }): ReactNode {
  if (part === "steps") return <Steps article={article} />;
  if (part === "questions") return <Questions article={article} />;
  const paragraphs = article[part];
  if (part === "goodToKnow") {
    return (
      <ul className={styles.notes}>
        {paragraphs.map((text) => (
          <li key={text}>
            <HelpText text={text} />
          </li>
        ))}
      </ul>
    );
  }
  return paragraphs.map((text) => (
    <p key={text}>
      <HelpText text={text} />
    </p>
  ));
}

function Steps({ article }: { article: Article }) {
  return article.steps.map(({ title, steps }) => (
    <div key={title} className={styles.way}>
      <h3>{title}</h3>
      <ol className={styles.steps}>
        {steps.map((text) => (
          <li key={text}>
            <HelpText text={text} />
          </li>
        ))}
      </ol>
    </div>
  ));
}

function Questions({ article }: { article: Article }) {
  return article.questions.map(({ question, answer }) => (
    <div key={question} className={styles.way}>
      <h3>{question}</h3>
      <p>
        <HelpText text={answer} />
      </p>
    </div>
  ));
}

/** The way to the screens; those one may not open are absent. */
function Screens({ topic, label }: { topic: HelpTopic; label: string }) {
  const words = useAllWords();
  const me = useMe();
  const id = useId();
  const screens = SCREENS[topic].filter((screen) => screen.isFor(me));
  if (screens.length === 0) return null;
  return (
    <>
      <p id={id} className={styles.label}>
        {label}
      </p>
      <ul aria-labelledby={id} className={styles.screens}>
        {screens.map((screen) => (
          <li key={screen.href}>
            <Link href={screen.href}>{screen.label(words)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
