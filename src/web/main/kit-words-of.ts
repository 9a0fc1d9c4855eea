import type { KitWords } from "#web/kit/kit-words.ts";
import type { FirstWords } from "#words/en-first.ts";

/** Keyboards of Apple print ⌘, ⇧ and ⌥. */
const APPLE_KEYS = { mod: "⌘", shift: "⇧", alt: "⌥" };

export function kitWordsOf(words: FirstWords): KitWords {
  const { kit } = words.shell;
  const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return isApple ? { ...kit, keys: { ...kit.keys, ...APPLE_KEYS } } : kit;
}
