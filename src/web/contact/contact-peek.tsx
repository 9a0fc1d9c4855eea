import type { Contact } from "#contract/contact.ts";
import { addressLines } from "#web/app/address-lines.ts";
import { Loaded } from "#web/app/loaded.tsx";
import type { Peeked } from "#web/app/peek-area.tsx";
import { PeekPanel } from "#web/app/peek-panel.tsx";
import { PhoneText } from "#web/app/phone-text.tsx";
import { useSpoken } from "#web/app/words.ts";
import { OpportunitiesOf } from "#web/client/client-opportunities.tsx";
import { useTold } from "#web/contact/newsletter.tsx";
import { useContact } from "#web/contact/use-contacts.ts";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { Link } from "#web/kit/link.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { LastEvents } from "#web/timeline/last-events.tsx";

/** A person beside the list. */
export function ContactPeek({ id, close }: Peeked) {
  const { words } = useSpoken();
  const query = useContact(id);
  return (
    <PeekPanel name={query.data?.name} href={`/contacts/${id}`} onClose={close}>
      <Loaded query={query} label={words.contact.loadingOne} frame={<Block height={320} />}>
        {(contact) => <Content key={contact.id} contact={contact} />}
      </Loaded>
    </PeekPanel>
  );
}

function Content({ contact }: { contact: Contact }) {
  const { words, locale } = useSpoken();
  const { field, panel } = words.contact;
  const told = useTold();
  const { email, clients } = contact;
  return (
    <>
      <FactsList>
        <Fact label={field.jobTitle}>{contact.jobTitle ?? "–"}</Fact>
        <Fact label={field.phone}>
          <PhoneText phone={contact.phone} />
        </Fact>
        <Fact label={field.email}>{email ? <a href={`mailto:${email}`}>{email}</a> : "–"}</Fact>
        <Fact label={field.address}>{addressLines(contact.address, locale).join(", ") || "–"}</Fact>
        <Fact label={field.newsletter}>{told(contact.newsletter)}</Fact>
        {clients && clients.length > 0 && (
          <Fact label={panel.clients}>
            {clients.map((client) => (
              <p key={client.id}>
                <Link href={`/clients/${client.id}`}>{client.name}</Link>
              </p>
            ))}
          </Fact>
        )}
      </FactsList>
      <OpportunitiesOf owner={{ contactId: contact.id }} showsClient isNarrow />
      <LastEvents owner="contacts" id={contact.id} />
    </>
  );
}
