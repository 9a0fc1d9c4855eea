/** The same client twice: same e-mail, same phone, or a similar name in the same city. */
import { foldText, similarity } from "#domain/shared/text.ts";

export type Likeness = "email" | "phone" | "name";

type Known = { readonly name: string; readonly city?: string | null; readonly email?: string | null; readonly phone?: string | null };

/** Above this share of common letters two names are alike; without a city to tell apart, nearly equal ones only. */
const ALIKE = 0.45;
const NEARLY_EQUAL = 0.7;

export function likenessOf(a: Known, b: Known): Likeness[] {
  const reasons: Likeness[] = [];
  if (a.email && b.email && foldText(a.email) === foldText(b.email)) reasons.push("email");
  if (a.phone && b.phone && a.phone === b.phone) reasons.push("phone");
  if (namesAreAlike(a, b)) reasons.push("name");
  return reasons;
}

function namesAreAlike(a: Known, b: Known): boolean {
  const alike = similarity(a.name, b.name);
  if (a.city && b.city) return foldText(a.city) === foldText(b.city) && alike >= ALIKE;
  return alike >= NEARLY_EQUAL;
}
