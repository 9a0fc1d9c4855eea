import { CircleAlert } from "lucide-react";
import { useId } from "react";
import { SALES, type Sales } from "#domain/pipeline/pipeline.ts";
import { useAllWords } from "#web/app/words.ts";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { Icon } from "#web/kit/icon.tsx";
import styles from "#web/access/welcome-page.module.css";

type SellsFieldProps = {
  readonly value: readonly Sales[];
  readonly onChange: (value: Sales[]) => void;
  readonly error: string | undefined;
};

/** Several choices: what is sold above all puts the proposed kinds of client in order. */
export function SellsField({ value, onChange, error }: SellsFieldProps) {
  const { welcome } = useAllWords().access;
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} aria-describedby={`${id}-hint`}>
      <p id={id} className={styles.label}>
        {welcome.sells}
      </p>
      <div className={styles.sells}>
        {SALES.map((one) => (
          <Checkbox
            key={one}
            look="card"
            label={welcome.sale[one]}
            hint={welcome.saleHint[one]}
            isSelected={value.includes(one)}
            onChange={(isSelected) => onChange(SALES.filter((other) => (other === one ? isSelected : value.includes(other))))}
          />
        ))}
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {welcome.sellsHint}
      </p>
      {error !== undefined && (
        <p role="alert" className={styles.sellsError}>
          <Icon of={CircleAlert} size={14} /> {error}
        </p>
      )}
    </div>
  );
}
