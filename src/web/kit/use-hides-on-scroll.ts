import { useEffect, useState } from "react";

const TOP_BAR = 52;

/** True while the page is scrolled downwards; false again on the way up. The style decides where it matters (phone). */
export function useHidesOnScroll(): boolean {
  const [isHidden, setIsHidden] = useState(false);
  useEffect(() => {
    let last = window.scrollY;
    const look = () => {
      const now = window.scrollY;
      if (Math.abs(now - last) < 4) return;
      setIsHidden(now > last && now > TOP_BAR);
      last = now;
    };
    window.addEventListener("scroll", look, { passive: true });
    return () => window.removeEventListener("scroll", look);
  }, []);
  return isHidden;
}
