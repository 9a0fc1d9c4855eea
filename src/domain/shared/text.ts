const MARKS = /\p{M}/gu;

/** Letters whose accent is part of the letter, folded as the database folds them. */
const LETTERS: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" };

/** For comparing: lower case, accents removed, spaces collapsed. */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(/[œæßøłđðþħı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

/** How alike two texts are, 0 to 1: the share of groups of three letters they have in common. */
export function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const group of left) if (right.has(group)) common += 1;
  return common / (left.size + right.size - common);
}

function trigrams(text: string): Set<string> {
  const groups = new Set<string>();
  for (const word of foldText(text).split(/[^\p{L}\p{N}]+/u)) {
    if (word === "") continue;
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) groups.add(padded.slice(at, at + 3));
  }
  return groups;
}

/** "Claire Lambert" → "CL" */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== "");
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}
