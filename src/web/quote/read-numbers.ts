/** "20 25, 30;40" → rising whole numbers of people, each once; undefined for what is none. */
export function readNumbers(text: string, most: number): readonly number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  if (parts.length === 0 || !parts.every((part) => /^\d{1,3}$/.test(part))) return undefined;
  const numbers = [...new Set(parts.map(Number))].toSorted((a, b) => a - b);
  return numbers.length <= most && numbers.every((one) => one >= 1 && one <= 500) ? numbers : undefined;
}
