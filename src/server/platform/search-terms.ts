/** The words of a search, each of which must be found. At most six. */
export function searchTerms(q: string | undefined): string[] {
  return (q ?? "")
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, 6);
}
