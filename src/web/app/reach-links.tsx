import { ExternalLink, Mail, Phone, type LucideIcon } from "lucide-react";
import { useWords } from "#web/app/words.ts";
import { Icon } from "#web/kit/icon.tsx";
import { Link } from "#web/kit/link.tsx";
import styles from "#web/app/record-field.module.css";

function Reach({ href, label, icon, isExternal = false }: { href: string; label: string; icon: LucideIcon; isExternal?: boolean }) {
  const drawn = <Icon of={icon} />;
  if (isExternal) {
    return (
      <Link href={href} look="bare" label={label} title={label} isExternal className={styles.act}>
        {drawn}
      </Link>
    );
  }
  return (
    <a href={href} aria-label={label} title={label} className={styles.act}>
      {drawn}
    </a>
  );
}

type Reached = { readonly name: string };

export function CallLink({ name, phone }: Reached & { phone: { number: string; valid: boolean } | null }) {
  const { act } = useWords().contact;
  return phone?.valid ? <Reach href={`tel:${phone.number}`} label={`${act.call}, ${name}`} icon={Phone} /> : null;
}

export function WriteLink({ name, email }: Reached & { email: string | null }) {
  const { act } = useWords().contact;
  return email === null ? null : <Reach href={`mailto:${email}`} label={`${act.write}, ${name}`} icon={Mail} />;
}

/** Only an address of the web is one to follow. */
export function VisitLink({ name, website }: Reached & { website: string | null }) {
  const words = useWords();
  if (website === null) return null;
  const address = /^https?:\/\//i.test(website) ? website : `https://${website}`;
  return URL.canParse(address) ? <Reach href={address} label={`${words.common.open}, ${name}`} icon={ExternalLink} isExternal /> : null;
}
