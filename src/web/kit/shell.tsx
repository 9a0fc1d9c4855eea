import { createContext, use, type ReactNode } from "react";
import { LiveRegions } from "#web/kit/announce.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import type { NavGroup, NavItem } from "#web/kit/nav-item.ts";
import { PhoneTabs, type PhoneTab } from "#web/kit/phone-tabs.tsx";
import { SideNav } from "#web/kit/side-nav.tsx";
import { ToastRegion } from "#web/kit/toast.tsx";
import styles from "#web/kit/shell.module.css";

type TopBarSlots = {
  /** Opens the palette. */
  search?: ReactNode;
  /** The main button of every screen; a page may give its own. */
  primary?: ReactNode;
  bell?: ReactNode;
};

export type ShellProps = TopBarSlots & {
  /** "Escale" */
  name: string;
  homeHref: string;
  /** The id of the item where the reader is. */
  current?: string;
  nav: readonly NavItem[];
  /** Under the modules, with a heading: saved views. */
  groups?: readonly NavGroup[];
  /** At the foot: settings, help. */
  foot?: readonly NavItem[];
  phoneTabs: readonly PhoneTab[];
  /** A `Page`. */
  children: ReactNode;
};

const TopBarContext = createContext<TopBarSlots>({});

/** Navigation at the left (icons alone from 900 to 1199 px), the page beside it; a bar of tabs at the foot of a phone. */
export function Shell({ search, primary, bell, phoneTabs, current, children, ...side }: ShellProps) {
  const words = useKitWords();
  return (
    <TopBarContext value={{ search, primary, bell }}>
      <a href="#content" className={styles.skip}>
        {words.skipToContent}
      </a>
      <div className={styles.shell}>
        <SideNav {...side} current={current} />
        <div className={styles.page}>{children}</div>
        <PhoneTabs items={phoneTabs} current={current} />
      </div>
      <ToastRegion />
      <LiveRegions />
    </TopBarContext>
  );
}

export function useTopBarSlots(): TopBarSlots {
  return use(TopBarContext);
}
