import { nearNameOf } from "#domain/shared/nearest-name.ts";
import { parseArgs, type ParseArgsConfig } from "node:util";

/** The command was called wrongly: said on stderr, exit 2. */
export class WrongUse extends Error {}

type OptionsConfig = NonNullable<ParseArgsConfig["options"]>;

export type Arguments = {
  readonly words: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly isOn: (name: string) => boolean;
  /** The value, or a wrong use that names the option. */
  readonly required: (name: string) => string;
};

/** Options may stand anywhere. An unknown one is refused with the nearest known. */
export function readArguments(args: readonly string[], options: OptionsConfig): Arguments {
  const known = { json: { type: "boolean" }, help: { type: "boolean" }, ...options } as OptionsConfig;
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const declared = known[token.name];
    if (!declared) throw new WrongUse(`There is no option ${token.rawName}${suggestion(token.name, Object.keys(known))}`);
    if (declared.type === "string" && token.value === undefined) throw new WrongUse(`${token.rawName} needs a value.`);
    if (declared.type === "boolean" && token.value !== undefined) throw new WrongUse(`${token.rawName} takes no value.`);
  }
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    words: positionals,
    text,
    isOn: (name) => values[name] === true,
    required: (name) => {
      const value = text(name);
      if (value === undefined || value === "") throw new WrongUse(`--${name} is missing.`);
      return value;
    },
  };
}

function suggestion(name: string, known: readonly string[]): string {
  const near = nearNameOf(name, known);
  return near === undefined ? "." : `; did you mean --${near}?`;
}

export function wholeNumber(name: string, text: string, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= 1 && value <= most)) throw new WrongUse(`--${name} must be a whole number from 1 to ${most}, not "${text}".`);
  return value;
}

export function oneOf<const Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new WrongUse(`${name} must be one of ${choices.join(", ")}, not "${text}".`);
  return found;
}
