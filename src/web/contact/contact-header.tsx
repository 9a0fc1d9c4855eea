import { useNavigate } from "@tanstack/react-router";
import { ContactRound, Ellipsis, Mail, Phone } from "lucide-react";
import type { Contact } from "#contract/contact.ts";
import { Neighbours } from "#web/app/neighbours.tsx";
import { useSpoken } from "#web/app/words.ts";
import { useContactActs } from "#web/contact/contact-acts.ts";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Link } from "#web/kit/link.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import button from "#web/kit/button.module.css";
import styles from "#web/app/record-page.module.css";

/** Name, function, of which client, and how to reach. */
export function ContactHeader({ contact }: { contact: Contact }) {
  const { words } = useSpoken();
  const say = words.contact;
  const isPhone = useIsPhone();
  const first = contact.clients?.find((client) => client.isMain) ?? contact.clients?.[0];
  return (
    <header className={styles.header}>
      <div className={styles.trail}>
        <Link href="/contacts" look="quiet">
          {say.title}
        </Link>
        <Neighbours of="contacts" id={contact.id} words={say} />
      </div>
      <div className={styles.top}>
        <h1 className={styles.name}>{contact.name}</h1>
      </div>
      <div className={styles.acts}>
        {contact.phone?.valid && <Act href={`tel:${contact.phone.number}`} label={say.act.call} icon={Phone} />}
        {contact.email && <Act href={`mailto:${contact.email}`} label={say.act.write} icon={Mail} />}
        <Act href={`/api/v1/contacts/${contact.id}/vcard`} label={say.act.card} icon={ContactRound} isDownload />
        {!isPhone && <ContactMenu contact={contact} />}
      </div>
      <div className={styles.facts}>
        {contact.jobTitle && <span>{contact.jobTitle}</span>}
        {first && <Link href={`/clients/${first.id}`}>{first.name}</Link>}
        {contact.address.city && <span>{contact.address.city}</span>}
      </div>
    </header>
  );
}

type ActProps = { href: string; label: string; icon: typeof Mail; isDownload?: boolean };

/** A link that looks like the buttons beside it. */
function Act({ href, label, icon, isDownload = false }: ActProps) {
  return (
    <a href={href} className={[button.button, button.secondary, button.normal].join(" ")} {...(isDownload ? { download: "" } : {})}>
      <Icon of={icon} />
      <span className={button.words}>{label}</span>
    </a>
  );
}

export function ContactMenu({ contact }: { contact: Contact }) {
  const { act } = useSpoken().words.contact;
  const acts = useContactActs();
  const navigate = useNavigate();
  const run = async (id: string): Promise<void> => {
    if (id === "copy") await navigator.clipboard.writeText(location.href);
    if (id === "delete" && (await acts.remove(contact))) await navigate({ to: "/contacts" });
  };
  const items = [{ id: "copy", label: act.copyLink }, ...(contact.can.delete ? [{ id: "delete", label: act.delete, isDanger: true }] : [])];
  return (
    <Menu
      label={act.more}
      trigger={<IconButton icon={Ellipsis} label={act.more} />}
      groups={[{ id: "acts", items }]}
      onAction={(id) => void run(id)}
    />
  );
}
