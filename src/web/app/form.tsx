import { CircleAlert } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { ApiProblem } from "#web/api/api.ts";
import { problemText } from "#web/app/problem-text.ts";
import { useWords } from "#web/app/words.ts";
import { Icon } from "#web/kit/icon.tsx";
import styles from "#web/app/form.module.css";

export type FormProps = {
  onSubmit: () => void;
  /** Why the last try was refused. What belongs to one of the `fields` is said under it; the rest stands above the buttons. */
  failure?: unknown;
  fields?: readonly string[];
  children: ReactNode;
  /** Buttons, the main one first. */
  actions?: ReactNode;
  id?: string;
};

/** Enter submits; after a refusal the first wrong field has the focus. */
export function Form({ onSubmit, failure, fields = [], children, actions, id }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure) focusFirstInvalid(form.current);
  }, [failure]);
  return (
    <form
      ref={form}
      id={id}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onSubmit();
        requestAnimationFrame(() => focusFirstInvalid(form.current));
      }}
    >
      {children}
      <FormFailure failure={failure} fields={fields} />
      {actions && <div className={styles.actions}>{actions}</div>}
    </form>
  );
}

export function FormFailure({ failure, fields = [] }: Pick<FormProps, "failure" | "fields">) {
  const words = useWords();
  const text = failure ? generalText(failure, fields, (error) => problemText(error, words)) : undefined;
  return (
    <div role="alert" className={styles.alert}>
      {text !== undefined && (
        <p className={styles.failure}>
          <Icon of={CircleAlert} />
          {text}
        </p>
      )}
    </div>
  );
}

function generalText(failure: unknown, fields: readonly string[], say: (error: unknown) => string): string | undefined {
  if (!(failure instanceof ApiProblem)) return say(failure);
  if (fields.some((field) => failure.fieldError(field) !== undefined)) return undefined;
  return failure.body.errors?.[0]?.detail ?? say(failure);
}

function focusFirstInvalid(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
}
