import { Archive, ArchiveRestore, ArrowUp, Plus, X } from "lucide-react";
import { useAllWords } from "#web/app/words.ts";
import { useCustomWords } from "#web/custom-field/custom-words.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import styles from "#web/settings/custom-fields.module.css";

/** A choice of a list as it is being written; without an id it is new. */
export type DraftOption = { readonly key: string; readonly id?: string; readonly label: string; readonly archived: boolean };

type OptionsFieldProps = {
  readonly options: readonly DraftOption[];
  readonly onChange: (options: readonly DraftOption[]) => void;
  readonly error: string | undefined;
};

/** The choices of a list in their order: what is known is renamed or archived, what is new is removed. */
export function OptionsField({ options, onChange, error }: OptionsFieldProps) {
  const say = useCustomWords();
  const { settings } = useAllWords();
  const raise = (at: number, option: DraftOption): void => onChange(options.toSpliced(at, 1).toSpliced(at - 1, 0, option));
  const change = (at: number, next: Partial<DraftOption>): void =>
    onChange(options.map((option, index) => (index === at ? { ...option, ...next } : option)));
  const add = (): void => onChange([...options, { key: crypto.randomUUID(), label: "", archived: false }]);
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{say.options}</legend>
      <div className={styles.options}>
        {options.map((option, at) => (
          <div key={option.key} className={styles.option}>
            {option.archived ? (
              <span className={styles.gone}>
                {option.label} ({say.archivedOption})
              </span>
            ) : (
              <TextField
                label={say.option({ n: at + 1 })}
                hidesLabel
                value={option.label}
                onChange={(label) => change(at, { label })}
                maxLength={100}
              />
            )}
            {at > 0 && (
              <IconButton icon={ArrowUp} label={`${settings.pipelines.moveUp}, ${option.label}`} onPress={() => raise(at, option)} />
            )}
            <OptionAct
              option={option}
              onArchive={() => change(at, { archived: !option.archived })}
              onRemove={() => onChange(options.filter((other) => other !== option))}
            />
          </div>
        ))}
        <div>
          <Button size="small" look="quiet" icon={<Icon of={Plus} />} onPress={add}>
            {say.addOption}
          </Button>
        </div>
        {error !== undefined && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
      </div>
    </fieldset>
  );
}

type OptionActProps = { readonly option: DraftOption; readonly onArchive: () => void; readonly onRemove: () => void };

function OptionAct({ option, onArchive, onRemove }: OptionActProps) {
  const say = useCustomWords();
  const { label } = option;
  if (option.id === undefined) return <IconButton icon={X} label={say.removeOption({ label })} onPress={onRemove} />;
  return option.archived ? (
    <IconButton icon={ArchiveRestore} label={say.restoreOption({ label })} onPress={onArchive} />
  ) : (
    <IconButton icon={Archive} label={say.archiveOption({ label })} onPress={onArchive} />
  );
}
