import type { EndpointName } from "#contract/api.ts";
import type { Loose } from "#tests/support/agency.ts";
import { made, of, on, plain, theClient, theContact, theOpportunity, type Call, type Stage } from "#tests/support/calls.ts";

const DUE = "2027-05-04";

/** The seller's, on an opportunity of the seller's. */
async function anActivity(stage: Stage, facts: Record<string, unknown> = {}): Promise<Loose> {
  const { id } = await theOpportunity(stage);
  return made(
    stage.cast.seller.ask("POST", "/activities", { body: { kind: "call", title: "Rappeler", opportunityId: id, dueOn: DUE, ...facts } }),
  );
}
const aDoneOne = (stage: Stage): Promise<Loose> => anActivity(stage, { done: true });
const activity = ({ id }: Loose): string => `/activities/${id}`;

async function aMessage(stage: Stage): Promise<Loose> {
  const { id } = await theOpportunity(stage);
  return made(stage.cast.seller.ask("POST", `/opportunities/${id}/messages`, { body: { body: "Le comité vote jeudi." } }));
}
async function aPinnedOne(stage: Stage): Promise<Loose> {
  const message = await aMessage(stage);
  return made(stage.cast.seller.ask("POST", `/messages/${message.id}/pin`, { body: {} }));
}
const message = ({ id }: Loose): string => `/messages/${id}`;
const TEXT = { body: "Le comité vote vendredi." };

/** What people do and write. */
export const EXCHANGE_CALLS = {
  listActivities: plain("everyone reads", "/activities"),
  showActivity: on("seen in scope", (stage) => anActivity(stage), activity),
  createActivity: {
    ...of("sales write", async (stage) => ({
      path: "/activities",
      body: { kind: "task", title: "Envoyer le programme", clientId: (await theClient(stage)).id },
    })),
    foreigner: 400,
  },
  editActivity: on("written in scope", (stage) => anActivity(stage), activity, { title: "Rappeler demain" }),
  deleteActivity: on("written in scope", (stage) => anActivity(stage), activity),
  finishActivity: on(
    "written in scope",
    (stage) => anActivity(stage),
    (one) => `${activity(one)}/done`,
    {},
  ),
  reopenActivity: on("written in scope", aDoneOne, (one) => `${activity(one)}/reopen`, {}),
  // Those one may not touch are passed over.
  postponeActivities: {
    ...plain("sales write", ""),
    make: async (stage) => ({ path: "/activities/postpone", body: { ids: [(await anActivity(stage)).id], dueOn: "2027-05-11" } }),
  },
  listOpportunityMessages: on("seen in scope", theOpportunity, ({ id }) => `/opportunities/${id}/messages`),
  listClientMessages: on("everyone reads", theClient, ({ id }) => `/clients/${id}/messages`),
  listContactMessages: on("everyone reads", theContact, ({ id }) => `/contacts/${id}/messages`),
  writeOpportunityMessage: on("written in scope", theOpportunity, ({ id }) => `/opportunities/${id}/messages`, TEXT),
  writeClientMessage: on("sales write", theClient, ({ id }) => `/clients/${id}/messages`, TEXT),
  writeContactMessage: on("sales write", theContact, ({ id }) => `/contacts/${id}/messages`, TEXT),
  listOpportunityMentionable: on("seen in scope", theOpportunity, ({ id }) => `/opportunities/${id}/mentionable`),
  listClientMentionable: on("everyone reads", theClient, ({ id }) => `/clients/${id}/mentionable`),
  listContactMentionable: on("everyone reads", theContact, ({ id }) => `/contacts/${id}/mentionable`),
  editMessage: on("the author or an administrator", aMessage, message, TEXT),
  deleteMessage: on("the author or an administrator", aMessage, message),
  pinMessage: on("written in scope", aMessage, (one) => `${message(one)}/pin`, {}),
  unpinMessage: on("written in scope", aPinnedOne, (one) => `${message(one)}/unpin`, {}),
  showMessageHistory: on("seen in scope", aMessage, (one) => `${message(one)}/history`),
  waitOpportunity: on("written in scope", theOpportunity, ({ id }) => `/opportunities/${id}/wait`, {
    until: DUE,
    reason: "Le comité vote",
  }),
} as const satisfies { readonly [Name in EndpointName]?: Call };
