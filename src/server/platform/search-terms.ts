/** The words of a search, each of which must be found. At most six. A telephone number, however grouped, is one. */
export function searchTerms(q: string | undefined): string[] {
  const text = (q ?? "").trim();
  if (isTelephone(text)) return [text.replace(/\D/g, "")];
  return text
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, 6);
}

/** "+33 6 12", "06.12.34", "6 12 34 56 78"; not "2027-06-12" nor "2026 2027". */
function isTelephone(text: string): boolean {
  if (!/^[+\d][\d\s()./-]*$/.test(text)) return false;
  const groups = text.match(/\d+/g) ?? [];
  return groups.join("").length >= 4 && (/^[+0]/.test(text) || groups.length >= 4);
}
