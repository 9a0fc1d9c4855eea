import { useEffect, useRef, type RefObject } from "react";

/** Does something each time the element comes near: the next page of a list. `again` changes when there may be more. */
export function useWhenSeen(element: RefObject<HTMLElement | null>, act: (() => void) | undefined, again: number): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!element.current) return undefined;
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && latest.current?.(), {
      rootMargin: "600px",
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element, again]);
}
