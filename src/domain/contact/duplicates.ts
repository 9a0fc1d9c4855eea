/** The same person twice: same e-mail, same phone, or a similar name; two known cities tell namesakes apart. */
import { fullName } from "#domain/contact/contact.ts";
import { likenessOf, type Likeness } from "#domain/client/duplicates.ts";

type KnownPerson = {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly city?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
};

export function personLikenessOf(a: KnownPerson, b: KnownPerson): Likeness[] {
  return likenessOf({ ...a, name: fullName(a) }, { ...b, name: fullName(b) });
}
