import { userEndpoints } from "#contract/user.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import { changeEach } from "#server/opportunity/change-opportunities.ts";
import { handle } from "#server/platform/handle.ts";
import { changeUser, getUser, mayChangeUser, presentUser } from "#server/user/users.ts";

/** The verb lives after opportunities: who leaves hands over the open ones. */
export const editUser = handle(userEndpoints.editUser, {
  subject: ({ tx, params }) => getUser(tx, params.id),
  allow: (actor, subject, { body }) => mayChangeUser(actor, subject, body),
  current: async (_tx, subject) => presentUser(subject),
  run: async ({ tx, subject, body: { giveOpportunitiesTo, ...body } }) => {
    if (giveOpportunitiesTo === subject.id) throw refuseField("/giveOpportunitiesTo", "value.invalid");
    const answer = await changeUser(tx, subject, body);
    if (giveOpportunitiesTo === undefined) return answer;
    const open = await tx.db
      .selectFrom("opportunity")
      .select("id")
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("manager_id", "=", subject.id)
      .where("outcome", "=", "open")
      .where("deleted_at", "is", null)
      .execute();
    await changeEach(
      tx,
      open.map((row) => row.id),
      { managerId: giveOpportunitiesTo },
    );
    return presentUser(await getUser(tx, subject.id));
  },
});
