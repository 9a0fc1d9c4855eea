import { classNames } from "#web/kit/class-names.ts";
import styles from "#web/kit/route-motif.module.css";

/** Three hollow stops on their line. */
export function RouteMotif() {
  return (
    <svg aria-hidden width="214" height="18" viewBox="0 0 214 18" className={styles.motif}>
      <path d="M16 9h82M116 9h82" className={styles.line} />
      <circle cx="9" cy="9" r="7" />
      <circle cx="107" cy="9" r="7" />
      <circle cx="205" cy="9" r="7" />
    </svg>
  );
}

export type BrandProps = { /** The mark alone, without the name. */ isSmall?: boolean; name: string };

/** The mark: a stop behind, a stop ahead. */
export function Brand({ isSmall = false, name }: BrandProps) {
  return (
    <span className={classNames(styles.brand, isSmall && styles.small)}>
      <svg aria-hidden width="26" height="12" viewBox="0 0 26 12" className={styles.motif}>
        <path d="M10 6h6" />
        <circle cx="6" cy="6" r="5" className={styles.filled} />
        <circle cx="20" cy="6" r="4" />
      </svg>
      <span className={styles.name}>{name}</span>
    </span>
  );
}
