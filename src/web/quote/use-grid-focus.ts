import { useRef, useState } from "react";

export type GridFocus = {
  /** The focus goes with the active cell from now on. */
  readonly keep: () => void;
  readonly isKept: () => boolean;
  /** A row that is being made: its name is edited once it is there. */
  readonly want: (rowId: string) => void;
  readonly wanted: () => string | undefined;
  readonly forget: () => void;
};

export function useGridFocus(): GridFocus {
  const kept = useRef(false);
  const row = useRef<string>(undefined);
  const [focus] = useState<GridFocus>(() => ({
    keep: () => {
      kept.current = true;
    },
    isKept: () => kept.current,
    want: (rowId) => {
      row.current = rowId;
    },
    wanted: () => row.current,
    forget: () => {
      row.current = undefined;
    },
  }));
  return focus;
}
