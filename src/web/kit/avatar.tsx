import { classNames } from "#web/kit/class-names.ts";
import styles from "#web/kit/avatar.module.css";

export type AvatarProps = {
  /** The whole name: its initials are drawn, the name is heard and shown when pointed at. */
  name: string;
  /** 20 in tables and cards, 28 on phone and in lists, 44 at the head of a page */
  size?: 20 | 28 | 44;
  /** The name stands beside it: not said twice. */
  isDecorative?: boolean;
};

export function Avatar({ name, size = 20, isDecorative = false }: AvatarProps) {
  const heard = isDecorative ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name };
  return <span {...heard} className={classNames(styles.avatar, styles[`size-${size}`])} data-initials={initials(name)} />;
}

/** "Jean-Marc de La Tour" → "JT" */
function initials(name: string): string {
  const names = name.trim().split(/\s+/);
  const first = names[0] ?? "";
  const last = (names.length > 1 ? names.at(-1) : undefined) ?? "";
  return `${first.charAt(0)}${last.charAt(0)}`.toUpperCase();
}
