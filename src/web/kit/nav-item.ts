import type { LucideIcon } from "lucide-react";

/** A place the navigation leads to. */
export type NavItem = { id: string; label: string; href: string; icon: LucideIcon; count?: number; kbd?: string };

/** Places without icons under a heading: saved views. */
export type NavGroup = { id: string; title: string; items: readonly Omit<NavItem, "icon">[] };
