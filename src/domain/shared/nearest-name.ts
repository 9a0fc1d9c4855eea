/** The known name with the fewest letters to change; null when none is known. */
export function nearestName(name: string, known: readonly string[]): string | null {
  return nearest(name, known)?.candidate ?? null;
}

/** The same, if that is at most half of the letters: else it is no misspelling but another word. */
export function nearNameOf(name: string, known: readonly string[]): string | undefined {
  const found = nearest(name, known);
  return found && found.apart <= Math.max(1, Math.floor(name.length / 2)) ? found.candidate : undefined;
}

function nearest(name: string, known: readonly string[]): { candidate: string; apart: number } | undefined {
  // A name may be as long as an address: nobody misspells by more than this.
  const asked = name.toLowerCase().slice(0, 60);
  const ranked = known.map((candidate) => ({ candidate, apart: lettersApart(asked, candidate.toLowerCase()) }));
  return ranked.toSorted((a, b) => a.apart - b.apart)[0];
}

function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [column, wanted] of [...other].entries())
      next.push(Math.min((row[column] ?? 0) + (letter === wanted ? 0 : 1), (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    row = next;
  }
  return row.at(-1) ?? Infinity;
}
