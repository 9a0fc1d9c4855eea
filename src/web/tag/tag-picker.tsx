import { useState } from "react";
import { foldText } from "#domain/shared/text.ts";
import { MOST_TAGS } from "#domain/tag/tags.ts";
import { useWords } from "#web/app/words.ts";
import type { FieldProps } from "#web/kit/field.tsx";
import type { Option } from "#web/kit/option.ts";
import { TagField } from "#web/kit/tag-field.tsx";
import { useMayCreateTags, useTags, optionOf } from "#web/tag/use-tags.ts";

export type TagPickerProps = FieldProps & {
  readonly values: readonly Option[];
  readonly onChange: (values: readonly Option[]) => void;
  /** Only of what there is: to take away, not to give. */
  readonly isKnownOnly?: boolean;
};

/** Tags by part of their name; what is none yet is kept as typed, and made when it is saved. */
export function TagPicker({ values, onChange, isKnownOnly = false, ...rest }: TagPickerProps) {
  const { tag: say } = useWords();
  const tags = useTags();
  const mayCreate = useMayCreateTags() && !isKnownOnly;
  const [text, setText] = useState("");
  const wanted = foldText(text);
  const matches = (tags.data?.data ?? []).filter(({ name }) => foldText(name).includes(wanted)).map(optionOf);
  return (
    <TagField
      hint={mayCreate ? say.hint : say.hintKnown}
      {...rest}
      values={values}
      onChange={(next) => onChange(next.slice(0, MOST_TAGS))}
      matches={matches}
      onSearch={setText}
      isLoading={tags.isPending}
      allowsFreeText={mayCreate}
      placeholder={mayCreate ? say.placeholder : say.placeholderKnown}
    />
  );
}
