import type { Words } from "#words/en.ts";

/** The name of a field of a file, as the screen says it. */
export function fieldLabel(field: string, { field: names }: Words["exchange"]): string {
  return (names as Readonly<Record<string, string>>)[field] ?? field;
}
