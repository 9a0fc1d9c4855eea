/** "Hélène Ferrand": the last word is taken for the family name; both can be corrected. */
export function personNamed(text: string): { readonly firstName: string; readonly lastName: string } {
  const words = text.trim().split(/\s+/);
  return { firstName: words.slice(0, -1).join(" "), lastName: words.at(-1) ?? "" };
}
