import type { Me } from "#contract/me.ts";
import { keep, speak } from "#web/app/language.ts";

export type Theme = Me["theme"];
export type Density = Me["density"];

/** Shows the screen as the reader likes it, and remembers it on this device for the next first paint. */
export function applyPreferences({ theme, density, language }: Pick<Me, "theme" | "density" | "language">): void {
  document.documentElement.dataset["theme"] = theme;
  document.documentElement.dataset["density"] = density;
  keep("escale.theme", theme);
  keep("escale.density", density);
  void speak(language);
}
