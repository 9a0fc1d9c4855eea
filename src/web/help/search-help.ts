import { foldText } from "#domain/shared/text.ts";
import { HELP_PARTS, HELP_TOPICS, type HelpArticle, type HelpPartName, type HelpTopic } from "#words/help/article.ts";
import { plainText } from "#words/help/on-screen.ts";

/** A paragraph that says what was asked, where it stands, and under which heading: a way of doing, a question. */
export type HelpPassage = { readonly topic: HelpTopic; readonly part: HelpPartName; readonly under?: string; readonly text: string };

function passagesOf(article: HelpArticle, topic: HelpTopic, part: HelpPartName): HelpPassage[] {
  if (part === "steps") return article.steps.flatMap(({ title, steps }) => steps.map((text) => ({ topic, part, under: title, text })));
  if (part === "questions") return article.questions.map(({ question, answer }) => ({ topic, part, under: question, text: answer }));
  return article[part].map((text) => ({ topic, part, text }));
}

/** Every paragraph with all the words that were typed, in itself or in its headings, whatever their accents and capitals. */
export function searchHelp(articles: Readonly<Record<HelpTopic, HelpArticle>>, typed: string): HelpPassage[] {
  const wanted = foldText(typed).split(" ").filter(Boolean);
  if (wanted.length === 0) return [];
  return HELP_TOPICS.flatMap((topic) => HELP_PARTS.flatMap((part) => passagesOf(articles[topic], topic, part))).filter(
    ({ topic, under = "", text }) => {
      const folded = foldText(`${articles[topic].title} ${under} ${plainText(text)}`);
      return wanted.every((word) => folded.includes(word));
    },
  );
}
