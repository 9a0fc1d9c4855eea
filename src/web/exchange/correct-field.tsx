import { useState, type KeyboardEvent } from "react";
import { useAllWords } from "#web/app/words.ts";
import { useStageOptions } from "#web/exchange/use-stage-options.ts";
import { DateField } from "#web/kit/date-field.tsx";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";

const DATES = new Set(["expectedCloseOn", "departsOn", "returnsOn", "createdAt"]);
const FLAGS = new Set(["newsletter", "priority", "deleted"]);

type CorrectFieldProps = { field: string | null; value: string; label: string; onCorrect: (to: string) => void };

/** The editor of the field that a value is wrong for: a choice, a day, or text as the file would have it. */
export function CorrectField({ field, value, label, onCorrect }: CorrectFieldProps) {
  const { common } = useAllWords();
  if (field === "stage") return <StageChoice label={label} onCorrect={onCorrect} />;
  if (field !== null && DATES.has(field))
    return <DateField label={label} hidesLabel value={null} placeholder={value} onChange={(day) => day !== null && onCorrect(day)} />;
  if (field !== null && FLAGS.has(field)) {
    const options = [
      { id: "1", label: common.yes },
      { id: "0", label: common.no },
    ];
    return <Select label={label} hidesLabel size="small" options={options} value={null} placeholder="–" onChange={onCorrect} />;
  }
  return <TextCorrection value={value} label={label} onCorrect={onCorrect} />;
}

function StageChoice({ label, onCorrect }: Pick<CorrectFieldProps, "label" | "onCorrect">) {
  const options = useStageOptions();
  const choose = (id: string): void => onCorrect(options.find((option) => option.id === id)?.label ?? id);
  return <Select label={label} hidesLabel size="small" options={options} value={null} placeholder="–" onChange={choose} />;
}

/** Enter corrects and goes to the next line; leaving the field corrects too, Esc gives the value back. */
function TextCorrection({ value, label, onCorrect }: Omit<CorrectFieldProps, "field">) {
  const [typed, setTyped] = useState(value);
  const save = (): void => {
    if (typed.trim() !== "" && typed.trim() !== value) onCorrect(typed.trim());
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Escape") setTyped(value);
    if (event.key !== "Enter") return;
    const next = nextField(event.currentTarget);
    if (next) next.focus();
    else event.currentTarget.blur();
  };
  return <TextField label={label} hidesLabel value={typed} onChange={setTyped} onBlur={save} onKeyDown={press} maxLength={2000} />;
}

function nextField(from: HTMLElement): HTMLElement | undefined {
  const fields = [...(from.closest("tbody")?.querySelectorAll<HTMLElement>("td:last-child :is(input, button)") ?? [])];
  return fields[fields.indexOf(from) + 1];
}
