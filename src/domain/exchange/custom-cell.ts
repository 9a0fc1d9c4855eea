/** A cell of a column that is a custom field: read as its type, kept as a person reads it. */
import { hasOptions, type CustomField, type CustomOption, type CustomValue } from "#domain/custom-field/custom-field.ts";
import { readCustomValue } from "#domain/custom-field/custom-value.ts";
import { readDay, readDecimal, readFlag, type DateOrder, type DecimalSign } from "#domain/exchange/read-value.ts";
import { isCurrency } from "#domain/shared/money.ts";
import { foldText } from "#domain/shared/text.ts";

type Reading = { readonly order: DateOrder; readonly decimal: DecimalSign };
type Wrong = { readonly code: string };
export type CustomCell = string | boolean | readonly string[];

/** Dates and figures of a column may be written in two ways: which one is asked as for any other column. */
export function columnTypeOf({ type }: Pick<CustomField, "type">): "date" | "amount" | "flag" | "text" {
  if (type === "date") return "date";
  if (type === "number" || type === "money") return "amount";
  return type === "checkbox" ? "flag" : "text";
}

/** A list by its labels, a person as written: who it is, is known later. */
export function readCustomCell(field: CustomField, cell: string, { order, decimal }: Reading): CustomCell | Wrong {
  switch (field.type) {
    case "date":
      return readDay(cell, order) ?? { code: "day.invalid" };
    case "checkbox":
      return readFlag(cell) ?? { code: "value.notInList" };
    case "number":
      return checked(field, readDecimal(cell, decimal) ?? "", "number.invalid");
    case "money":
      return readMoney(cell, decimal);
    case "list": {
      const option = optionNamed(field, cell);
      return option ? option.label : { code: "value.notInList" };
    }
    case "multiList": {
      const options = severalNamed(field, cell);
      return options ? options.map(({ label }) => label) : { code: "value.notInList" };
    }
    case "user":
      return cell;
    default:
      return checked(field, cell, "value.invalid");
  }
}

function checked(field: CustomField, text: string, otherwise: string): string | Wrong {
  const read = readCustomValue(field, text);
  if ("code" in read) return read;
  return typeof read.value === "string" ? read.value : { code: otherwise };
}

function readMoney(cell: string, decimal: DecimalSign): string | Wrong {
  const amount = readDecimal(cell, decimal);
  if (amount === undefined) return { code: "amount.invalid" };
  const [, code] = /([A-Z]{3})\s*$/.exec(cell) ?? /^\s*([A-Z]{3})/.exec(cell) ?? [];
  if (code === undefined) return amount;
  return isCurrency(code) ? `${amount} ${code}` : { code: "currency.unknown" };
}

function optionNamed({ options }: CustomField, label: string): CustomOption | undefined {
  return options.find((option) => !option.archived && foldText(option.label) === foldText(label));
}

/** "Vols; Hôtels", or with commas where no label needs them. */
function severalNamed(field: CustomField, cell: string): CustomOption[] | undefined {
  for (const sign of [/[;|\n]/, /[;|\n,]/]) {
    const labels = cell.split(sign).flatMap((label) => (label.trim() === "" ? [] : [label.trim()]));
    const options = labels.map((label) => optionNamed(field, label));
    if (options.every((option) => option !== undefined)) return options;
  }
  return undefined;
}

type Known = { readonly currency: string; readonly user: (text: string) => string | undefined };

/** The value of a cell that was read; undefined for a person nobody knows. */
export function valueOfCell(field: CustomField, cell: CustomCell, { currency, user }: Known): CustomValue | undefined {
  if (hasOptions(field.type)) {
    const ids = (Array.isArray(cell) ? cell : [cell]).flatMap((label) => optionNamed(field, String(label))?.id ?? []);
    return field.type === "multiList" ? ids : ids[0];
  }
  if (field.type === "user") return user(String(cell));
  if (field.type !== "money") return cell;
  const [amount = "", code = currency] = String(cell).split(" ");
  return { amount, currency: code };
}
