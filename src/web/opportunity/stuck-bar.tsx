import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import styles from "#web/opportunity/opportunity-page.module.css";

/** Keeps what matters in sight once the header has left the window. */
export function StuckBar({ header, children }: { header: RefObject<HTMLElement | null>; children: ReactNode }) {
  const isGone = useIsGone(header);
  return <div className={styles.stuck}>{isGone && <div className={styles.stuckBar}>{children}</div>}</div>;
}

function useIsGone(element: RefObject<HTMLElement | null>): boolean {
  const [isGone, setIsGone] = useState(false);
  const observer = useRef<IntersectionObserver>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    observer.current = new IntersectionObserver(([entry]) => setIsGone(entry !== undefined && !entry.isIntersecting), {
      rootMargin: "-52px 0px 0px 0px",
    });
    observer.current.observe(element.current);
    return () => observer.current?.disconnect();
  }, [element]);
  return isGone;
}
