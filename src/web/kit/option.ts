import type { ReactNode } from "react";

/** One thing to choose, in a select, a combobox or a field of tags. */
export type Option = {
  id: string;
  label: string;
  /** A second line, smaller. */
  detail?: string;
  /** Before the words: a stage's dot, someone's initials. */
  before?: ReactNode;
  isDisabled?: boolean;
};
