import { Info } from "lucide-react";
import { Suspense, useState } from "react";
import type { CustomRecord, CustomValue, CustomValues } from "#domain/custom-field/custom-field.ts";
import type { ApiProblem } from "#web/api/api.ts";
import { useSpoken } from "#web/app/words.ts";
import { useCustomWords } from "#web/custom-field/custom-words.ts";
import { CustomEditor } from "#web/custom-field/custom-editor.tsx";
import { missingLabels, useCustomFields } from "#web/custom-field/use-custom-fields.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import styles from "#web/custom-field/custom-create.module.css";

type CustomCreateProps = {
  readonly recordType: CustomRecord;
  readonly values: CustomValues;
  readonly onChange: (values: CustomValues) => void;
  readonly problem: ApiProblem | undefined;
};

/** The important fields of a record to be: a reminder, unfolded in place, that stops nobody. */
export function CustomCreate(props: CustomCreateProps) {
  return (
    <Suspense fallback={null}>
      <Reminder {...props} />
    </Suspense>
  );
}

function Reminder({ recordType, values, onChange, problem }: CustomCreateProps) {
  const { locale } = useSpoken();
  const say = useCustomWords();
  const fields = useCustomFields(recordType);
  const [isOpen, setIsOpen] = useState(Object.keys(values).length > 0);
  const important = fields.filter((field) => field.important);
  const missing = missingLabels(fields, values);
  const isWrong = problem?.fieldError("custom") !== undefined;
  if (important.length === 0) return null;
  const set = (key: string, value: CustomValue | undefined): void => {
    const { [key]: _before, ...rest } = values;
    onChange(value === undefined ? rest : { ...rest, [key]: value });
  };
  return (
    <section className={styles.box} aria-label={say.later}>
      {missing.length > 0 && (
        <p className={styles.reminder}>
          <Icon of={Info} />
          <span>
            <b>{say.later}</b>
            <span>
              {new Intl.ListFormat(locale).format(missing)}.{" "}
              {!isOpen && (
                <Button look="link" size="small" onPress={() => setIsOpen(true)}>
                  {say.fillNow}
                </Button>
              )}
            </span>
          </span>
        </p>
      )}
      {(isOpen || isWrong) && (
        <div className={styles.fields}>
          {important.map((field) => (
            <CustomEditor
              key={field.id}
              field={field}
              isOptional
              value={values[field.key]}
              onChange={(value) => set(field.key, value)}
              error={problem?.fieldError(`custom/${field.key}`)}
            />
          ))}
        </div>
      )}
    </section>
  );
}
