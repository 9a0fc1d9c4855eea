import { useState } from "react";
import { useAllSpoken } from "#web/app/words.ts";
import { TextField } from "#web/kit/text-field.tsx";
import { readNumbers } from "#web/quote/read-numbers.ts";
import type { QuoteWork } from "#web/quote/quote-work.ts";

const MAX_BASES = 12;

/** Several numbers of people in one field: the bases, or the thresholds of free places. */
export function BasesField({ work, thresholds }: { work: QuoteWork; thresholds?: readonly number[] }) {
  const { words } = useAllSpoken();
  const say = words.quoting.chip;
  const { sheet } = work.reckoned;
  const numbers = thresholds ?? sheet.bases;
  const [text, setText] = useState<string>();
  const read = text === undefined ? numbers : readNumbers(text, thresholds ? 50 : MAX_BASES);
  const save = (): void => {
    if (text === undefined || !read) return;
    setText(undefined);
    if (JSON.stringify(read) === JSON.stringify(numbers)) return;
    if (thresholds)
      work.edit([{ kind: "setSheet", field: "freePlaces", was: sheet.freePlaces, to: { rule: "thresholds", thresholds: read } }]);
    else work.edit([{ kind: "setSheet", field: "bases", was: sheet.bases, to: read }]);
  };
  return (
    <TextField
      label={thresholds ? say.thresholds : say.basesLabel}
      hint={thresholds ? undefined : say.basesHint}
      error={read ? undefined : say.basesError}
      inputMode="text"
      value={text ?? numbers.join(" ")}
      onChange={setText}
      onBlur={save}
      onKeyDown={(event) => event.key === "Enter" && save()}
    />
  );
}
