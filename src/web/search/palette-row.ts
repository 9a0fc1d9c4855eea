import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** One line of the palette: a record, a place or an act. */
export type PaletteRow = {
  /** Unique among all that are shown. */
  readonly key: string;
  readonly icon: LucideIcon;
  readonly name: string;
  readonly context?: string;
  readonly state?: ReactNode;
  readonly amount?: ReactNode;
  readonly kbd?: string;
  /** Records show where the words stand in them. */
  readonly isFound?: "exact" | "near";
  /** "12 others": leads to the list. */
  readonly isMore?: boolean;
} & ({ readonly href: string } | { readonly run: () => void });

export type PaletteGroup = { readonly id: string; readonly title: string; readonly rows: readonly PaletteRow[] };
