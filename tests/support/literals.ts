/** The texts of a piece of TypeScript: strings and templates, each `${…}` of a template standing as "{}"; comments are left out. */
export function literalsOf(source: string): string[] {
  const found: string[] = [];
  readCode(source, 0, found);
  return found;
}

/** Reads code up to the end, or to the brace that closes an `${`; answers where it stopped. */
function readCode(source: string, from: number, found: string[]): number {
  let depth = 0;
  let at = from;
  while (at < source.length) {
    const two = source.slice(at, at + 2);
    const one = source[at];
    if (two === "//") at = after(source, "\n", at);
    else if (two === "/*") at = after(source, "*/", at + 2);
    else if (one === '"' || one === "'") at = readString(source, at, found);
    else if (one === "`") at = readTemplate(source, at + 1, found);
    else if (one === "}" && depth === 0) return at + 1;
    else {
      if (one === "{") depth += 1;
      if (one === "}") depth -= 1;
      at += 1;
    }
  }
  return at;
}

function readString(source: string, from: number, found: string[]): number {
  const quote = source[from];
  let at = from + 1;
  while (source[at] !== quote && at < source.length) at += source[at] === "\\" ? 2 : 1;
  found.push(unescaped(source.slice(from + 1, at)));
  return at + 1;
}

function readTemplate(source: string, from: number, found: string[]): number {
  let text = "";
  let at = from;
  while (source[at] !== "`" && at < source.length) {
    if (source.startsWith("${", at)) {
      at = readCode(source, at + 2, found);
      text += "{}";
    } else {
      const length = source[at] === "\\" ? 2 : 1;
      text += source.slice(at, at + length);
      at += length;
    }
  }
  found.push(unescaped(text));
  return at + 1;
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\n/g, "\n")
    .replace(/\\(.)/g, "$1");
}

function after(source: string, end: string, from: number): number {
  const at = source.indexOf(end, from);
  return at === -1 ? source.length : at + end.length;
}
