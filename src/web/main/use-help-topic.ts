import { useRouterState } from "@tanstack/react-router";
import { topicAt } from "#web/app/help.ts";
import type { HelpTopic } from "#words/help/article.ts";

/** What the help says of the present screen. */
export function useHelpTopic(): HelpTopic | undefined {
  return useRouterState({ select: ({ location }) => topicAt(location.pathname) });
}
