/** A percentage of lines of which one is, in the end, a percentage of it: nobody could say what either costs. */
import type { Costing, CostingLine } from "#domain/quote/costing.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";

export function circleProblems({ lines }: Costing): FieldProblem[] {
  const percentages = lines.filter(({ quantityType, part }) => quantityType === "percentage" && part === "base");
  const named = new Map(percentages.map((line) => [line.id, idsNamed(line, percentages)]));
  return lines.flatMap(({ id, name, ofLineIds }, index) => {
    if (!named.has(id) || !reaches(id, named)) return [];
    // Naming itself is told as such where it stands.
    return ofLineIds?.includes(id) ? [] : [{ pointer: `/lines/${index}/ofLineIds`, code: "reference.circle", about: name }];
  });
}

function idsNamed(line: CostingLine, percentages: readonly CostingLine[]): readonly string[] {
  return line.ofLineIds ?? percentages.filter(({ id }) => id !== line.id).map(({ id }) => id);
}

function reaches(from: string, named: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(named.get(from) ?? [])];
  while (open.length > 0) {
    const id = open.pop();
    if (id === undefined || seen.has(id)) continue;
    if (id === from) return true;
    seen.add(id);
    open.push(...(named.get(id) ?? []));
  }
  return false;
}
