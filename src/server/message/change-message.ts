import { messageEndpoints } from "#contract/message.ts";
import { mayEditMessage, mayWriteMessages } from "#domain/message/policy.ts";
import { clientOwner, contactOwner, opportunityOwner } from "#server/message/message-owner.ts";
import { getMessage, insertMessage, saveMessage } from "#server/message/message-store.ts";
import { showOneMessage } from "#server/message/present-message.ts";
import { handle } from "#server/platform/handle.ts";

export const writeOpportunityMessage = handle(messageEndpoints.writeOpportunityMessage, {
  subject: ({ tx, params }) => opportunityOwner(tx, params.id),
  allow: mayWriteMessages,
  run: async ({ tx, subject, body }) => showOneMessage(tx, (await insertMessage(tx, subject, body.body)).id),
});
export const writeClientMessage = handle(messageEndpoints.writeClientMessage, {
  subject: ({ tx, params }) => clientOwner(tx, params.id),
  allow: mayWriteMessages,
  run: async ({ tx, subject, body }) => showOneMessage(tx, (await insertMessage(tx, subject, body.body)).id),
});
export const writeContactMessage = handle(messageEndpoints.writeContactMessage, {
  subject: ({ tx, params }) => contactOwner(tx, params.id),
  allow: mayWriteMessages,
  run: async ({ tx, subject, body }) => showOneMessage(tx, (await insertMessage(tx, subject, body.body)).id),
});

export const editMessage = handle(messageEndpoints.editMessage, {
  subject: ({ tx, params }) => getMessage(tx, params.id),
  allow: mayEditMessage,
  current: (tx, subject) => showOneMessage(tx, subject.id),
  run: async ({ tx, subject, body }) => {
    if (body.body !== subject.body) await saveMessage(tx, subject, { body: body.body, edited_at: tx.at }, "message.edited");
    return showOneMessage(tx, subject.id);
  },
});

export const deleteMessage = handle(messageEndpoints.deleteMessage, {
  subject: ({ tx, params }) => getMessage(tx, params.id),
  allow: mayEditMessage,
  current: (tx, subject) => showOneMessage(tx, subject.id),
  run: async ({ tx, subject }) => {
    await saveMessage(tx, subject, { deleted_at: tx.at, deleted_by: tx.actor.userId }, "message.deleted");
  },
});

export const pinMessage = handle(messageEndpoints.pinMessage, {
  subject: ({ tx, params }) => getMessage(tx, params.id),
  allow: mayWriteMessages,
  run: async ({ tx, subject }) => {
    if (!subject.pinned_at) await saveMessage(tx, subject, { pinned_at: tx.at, pinned_by: tx.actor.userId }, "message.pinned");
    return showOneMessage(tx, subject.id);
  },
});

export const unpinMessage = handle(messageEndpoints.unpinMessage, {
  subject: ({ tx, params }) => getMessage(tx, params.id),
  allow: mayWriteMessages,
  run: async ({ tx, subject }) => {
    if (subject.pinned_at) await saveMessage(tx, subject, { pinned_at: null, pinned_by: null }, "message.unpinned");
    return showOneMessage(tx, subject.id);
  },
});
