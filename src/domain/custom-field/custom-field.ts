/**
 * A custom field is what an agency wants to know of its opportunities, clients or contacts and the product does not ask.
 * An important one is asked for and never demanded: the person is reminded, nothing is blocked.
 */
import { foldText } from "#domain/shared/text.ts";

export const CUSTOM_TYPES = ["text", "longText", "number", "money", "date", "checkbox", "list", "multiList", "link", "user"] as const;
export type CustomType = (typeof CUSTOM_TYPES)[number];

export const CUSTOM_RECORDS = ["opportunity", "client", "contact"] as const;
export type CustomRecord = (typeof CUSTOM_RECORDS)[number];

/** Of one kind of record, archived ones counted. */
export const MOST_FIELDS = 100;
export const MOST_OPTIONS = 200;

/** What a list offers. Its id is kept when it is renamed; an archived one is offered no more and stays where it was chosen. */
export type CustomOption = { readonly id: string; readonly label: string; readonly archived: boolean };

export type CustomField = {
  readonly id: string;
  readonly recordType: CustomRecord;
  /** Its name on the wire, the same for ever: `custom: { key: value }`. */
  readonly key: string;
  readonly label: string;
  readonly type: CustomType;
  readonly options: readonly CustomOption[];
  readonly important: boolean;
  readonly archived: boolean;
};

export type CustomMoney = { readonly amount: string; readonly currency: string };
/** A number is a decimal string, a date a day, a list the id of an option, a user an id. */
export type CustomValue = string | boolean | readonly string[] | CustomMoney;
export type CustomValues = Readonly<Record<string, CustomValue>>;

export const hasOptions = (type: CustomType): boolean => type === "list" || type === "multiList";

/** How a field narrows a list: by one of several values, yes or no, from and to, or words it holds. */
export type CustomNarrowing = "choice" | "flag" | "range" | "words";

const NARROWINGS: Readonly<Record<CustomType, CustomNarrowing>> = {
  text: "words",
  longText: "words",
  link: "words",
  number: "range",
  money: "range",
  date: "range",
  checkbox: "flag",
  list: "choice",
  multiList: "choice",
  user: "choice",
};

export const narrowingOf = (type: CustomType): CustomNarrowing => NARROWINGS[type];

/** Whether a list can stand in its order: several values have none, and names of users change. */
export const hasOrder = (type: CustomType): boolean => !["longText", "multiList", "link", "user"].includes(type);

const KEY = /^[a-z][a-zA-Z0-9]{0,59}$/;
/** A word that every object knows by itself ("constructor") would never be missing. */
export const isCustomKey = (key: string): boolean => KEY.test(key) && !(key in {});

/** "Type de groupe" → "typeDeGroupe"; a key that is taken gets a number. */
export function keyOfLabel(label: string, taken: ReadonlySet<string>): string {
  const words = foldText(label)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .filter((word) => word !== "");
  const joined = words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
  const base = (isCustomKey(joined.slice(0, 50)) ? joined : `field${joined.charAt(0).toUpperCase()}${joined.slice(1)}`).slice(0, 50);
  let key = base;
  for (let number = 2; taken.has(key) || !isCustomKey(key); number += 1) key = `${base}${number}`;
  return key;
}

/** The keys of the important fields that hold nothing. A box that was unticked was answered. */
export function missingImportant(fields: readonly CustomField[], values: CustomValues): string[] {
  return fields.filter(({ important, archived, key }) => important && !archived && values[key] === undefined).map(({ key }) => key);
}

/** How a custom field is named among the fields of a record. */
export const TOLD_AS = "custom.";

export const keyToldAs = (field: string): string | undefined => (field.startsWith(TOLD_AS) ? field.slice(TOLD_AS.length) : undefined);

/** What is one word as it is: a text, a number, a day, an id, yes or no. */
export function plainText(value: CustomValue | undefined): string {
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : "";
}

/** The label of what was chosen; of several, with commas. */
export function optionWords({ type, options }: Pick<CustomField, "type" | "options">, value: unknown): string | undefined {
  if (!hasOptions(type)) return undefined;
  const ids = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const labels = options.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  return labels.length === 0 ? undefined : labels.join(", ");
}
