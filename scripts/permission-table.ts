import { bareHandlers } from "#server/main/handlers.ts";
import { ROLES, type Actor, type Role } from "#domain/shared/actor.ts";
import { effectiveRights } from "#domain/user/rights.ts";
import type { Bound } from "#server/platform/handle.ts";

const actorOf = (role: Role): Actor => ({
  workspaceId: "w",
  userId: "me",
  name: role,
  role,
  rights: effectiveRights(role, {}),
  teamIds: ["mine"],
  mateIds: ["me", "mate"],
  locale: "en",
});

/** Where a record may stand to the one who asks. */
const PLACES = {
  own: { managerId: "me", teamId: "mine" },
  team: { managerId: "mate", teamId: "mine" },
  other: { managerId: "stranger", teamId: "theirs" },
};

/** The whole table verb × role, as the handlers decide it. What the row policies hide is not asked here: it does not exist. */
export function permissionTable(): string {
  const rows = Object.entries(bareHandlers()).map(
    ([name, bound]) => `| ${name} | ${ROLES.map((role) => answerOf(bound, role)).join(" | ")} |`,
  );
  return [
    "# Who may what",
    "",
    "Generated from the handlers. *own*, *team*, *other*: opportunities of which the person is manager, of the team, of others. A record outside one's scope does not exist (404) before this question is asked. *open*: without signing in.",
    "",
    `| verb | ${ROLES.join(" | ")} |`,
    `| --- | ${ROLES.map(() => "---").join(" | ")} |`,
    ...rows,
    "",
  ].join("\n");
}

function answerOf(bound: Bound, role: Role): string {
  const { allow } = bound;
  if (allow === "open") return "open";
  const ask = { body: {}, query: {}, params: {} };
  const answers = Object.entries(PLACES).map(
    ([place, subject]) => [place, allow(actorOf(role), { ...subject, id: "me", actor_id: "me" } as never, ask as never)] as const,
  );
  if (answers.every(([, yes]) => yes)) return "yes";
  if (answers.every(([, yes]) => !yes)) return "no";
  return answers
    .filter(([, yes]) => yes)
    .map(([place]) => place)
    .join(", ");
}
