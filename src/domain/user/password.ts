/** A password has at least 8 characters (15 advised), is not among the most common ones, nor the person's own name or address. */
import { foldText } from "#domain/shared/text.ts";

type Person = { readonly email: string; readonly name: string };

/** The code of what is wrong, or nothing. `common` holds folded passwords. */
export function passwordProblem(password: string, person: Person, common: ReadonlySet<string>): string | undefined {
  const length = [...password].length;
  if (length < 8) return "password.short";
  if (length > 1024) return "password.long";
  const folded = foldText(password);
  if (common.has(folded)) return "password.common";
  const own = [person.email, person.email.split("@")[0] ?? "", person.name].map(foldText);
  return own.includes(folded) ? "password.personal" : undefined;
}
