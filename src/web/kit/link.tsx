import type { MouseEvent, ReactNode } from "react";
import { classNames } from "#web/kit/class-names.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import styles from "#web/kit/link.module.css";

export type LinkProps = {
  href: string;
  children: ReactNode;
  /** text: underlined, accent · name: 600, underlined on hover (tables, lists) · quiet: ink-2 · bare: no look of its own */
  look?: "text" | "name" | "quiet" | "bare";
  label?: string;
  title?: string;
  lang?: string;
  isCurrent?: boolean;
  /** Opens in another tab, for addresses outside Escale. */
  isExternal?: boolean;
  className?: string | undefined;
};

export function Link({ href, children, look = "text", isExternal = false, ...rest }: LinkProps) {
  const { navigate, preload } = useSurroundings();
  function follow(event: MouseEvent) {
    if (isExternal || event.defaultPrevented || opensElsewhere(event)) return;
    event.preventDefault();
    navigate(href);
  }
  const intend = () => (isExternal ? undefined : preload?.(href));
  return (
    <a
      href={href}
      onClick={follow}
      onPointerEnter={intend}
      onFocus={intend}
      aria-label={rest.label}
      aria-current={rest.isCurrent ? "page" : undefined}
      title={rest.title}
      lang={rest.lang}
      className={classNames(styles[look], rest.className)}
      {...(isExternal ? { target: "_blank", rel: "noreferrer" } : {})}
    >
      {children}
    </a>
  );
}

function opensElsewhere(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}
