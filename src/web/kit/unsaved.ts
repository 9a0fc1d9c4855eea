let held = 0;

/** Something was typed that could not be saved: leaving the page loses it. Returns the way to say that it is settled. */
export function holdUnsaved(): () => void {
  let isHeld = true;
  held += 1;
  return () => {
    if (isHeld) held -= 1;
    isHeld = false;
  };
}

export const isAnythingUnsaved = (): boolean => held > 0;
