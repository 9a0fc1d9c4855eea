/**
 * As soon as a client or an opportunity has a contact, exactly one of them is the main one. It stays the main one as long as
 * it is there; when it leaves, the one linked first takes its place, former ones last.
 */
import type { Id } from "#domain/shared/id.ts";

export type LinkedPerson = { readonly contactId: Id; readonly role: string | null; readonly isMain: boolean };

/** `links` in the order they were made; `steppingBack` is chosen only when there is nobody else. */
export function mainAmong<Link extends LinkedPerson>(links: readonly Link[], steppingBack?: Id): Link | undefined {
  const others = links.filter((link) => link.contactId !== steppingBack);
  return (
    links.find((link) => link.isMain) ??
    links.find((link) => link.role === "main" && link.contactId !== steppingBack) ??
    others.find((link) => link.role !== "former") ??
    others[0] ??
    links[0]
  );
}
