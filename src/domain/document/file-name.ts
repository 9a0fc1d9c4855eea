/**
 * The name of a file as people see and download it: one line, no path, at most 255 letters. Signs that turn the direction of
 * writing are taken out: they let "gnp.exe" be read as "exe.png".
 */
export const MOST_LETTERS = 255;

const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const REFUSED = /[\p{Cc}/\\\u2028\u2029]/u;

/** What is wrong with a name, or the name as it is kept. */
export type NamedFile = { readonly name: string } | { readonly problem: "fileName.invalid" | "value.tooBig" | "value.required" };

export function fileNameOf(asked: string): NamedFile {
  if (!asked.isWellFormed() || REFUSED.test(asked)) return { problem: "fileName.invalid" };
  const name = asked.normalize("NFC").replace(TURNING, "").replace(/\s+/g, " ").trim();
  if (name === "") return { problem: "value.required" };
  if (/^\.+$/.test(name)) return { problem: "fileName.invalid" };
  return [...name].length > MOST_LETTERS ? { problem: "value.tooBig" } : { name };
}

/** Lower case, without the point: "" when there is none. Points and spaces at the end do not count, Windows drops them. */
export function extensionOf(name: string): string {
  const trimmed = name.replace(/[. ]+$/, "");
  const at = trimmed.lastIndexOf(".");
  return at <= 0 ? "" : trimmed.slice(at + 1).toLowerCase();
}

/** A name typed without its extension keeps the one it had. */
export function renamed(before: string, asked: string): string {
  const kept = extensionOf(before);
  return kept === "" || extensionOf(asked) !== "" ? asked : `${asked.replace(/[. ]+$/, "")}.${kept}`;
}

/** A new version goes under the name the document has; when it is of another kind, with its own extension. */
export function nameWithVersion(before: string, uploaded: string): string {
  const [had, has] = [extensionOf(before), extensionOf(uploaded)];
  if (had === has || has === "") return before;
  const bare = had === "" ? before : before.slice(0, before.toLowerCase().lastIndexOf(`.${had}`));
  return [...`${bare}.${has}`].length > MOST_LETTERS ? uploaded : `${bare}.${has}`;
}
