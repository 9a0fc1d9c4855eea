import { type CustomMoney, type CustomValue, optionWords, plainText } from "#domain/custom-field/custom-field.ts";
import { usePeople } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import type { CustomFieldInfo } from "#web/custom-field/use-custom-fields.ts";
import { formatDay, formatMoney, formatNumber } from "#web/kit/format.ts";

export type CustomText = (field: CustomFieldInfo, value: CustomValue | undefined) => string;

/** A value in the reader's words; nothing for none. */
export function useCustomText(): CustomText {
  const { words, locale } = useSpoken();
  const people = usePeople().data?.data ?? [];
  return (field, value) => {
    if (value === undefined) return "";
    if (typeof value === "boolean") return value ? words.common.yes : words.common.no;
    switch (field.type) {
      case "list":
      case "multiList":
        return optionWords(field, value) ?? "";
      case "user":
        return people.find(({ id }) => id === value)?.name ?? "";
      case "date":
        return formatDay(plainText(value), locale);
      case "number":
        return formatNumber(plainText(value), locale, 4);
      case "money":
        return formatMoney(value as CustomMoney, locale);
      default:
        return plainText(value);
    }
  };
}
