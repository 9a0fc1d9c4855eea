import { TriangleAlert } from "lucide-react";
import { useWords } from "#web/app/words.ts";
import { Icon } from "#web/kit/icon.tsx";
import { VisuallyHidden } from "#web/kit/visually-hidden.tsx";
import styles from "#web/app/phone-text.module.css";

type Phone = { readonly number: string; readonly national: string; readonly valid: boolean };

/** As people of the country write it, and a way to call; what is no number is shown as typed and said so. */
export function PhoneText({ phone, isLink = true }: { phone: Phone | null; isLink?: boolean }) {
  const words = useWords();
  if (phone === null) return "–";
  if (phone.valid) {
    if (!isLink) return <span className={styles.number}>{phone.national}</span>;
    return (
      <a className={styles.number} href={`tel:${phone.number}`}>
        {phone.national}
      </a>
    );
  }
  return (
    <span className={styles.invalid} title={words.client.invalidPhone}>
      {phone.number} <Icon of={TriangleAlert} size={14} />
      <VisuallyHidden>{words.client.invalidPhone}</VisuallyHidden>
    </span>
  );
}
