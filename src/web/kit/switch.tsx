import { Switch as AriaSwitch } from "react-aria-components/Switch";
import styles from "#web/kit/switch.module.css";

export type SwitchProps = {
  /** Its name, heard; drawn unless `hidesLabel`. */
  label: string;
  hidesLabel?: boolean;
  /** "On" or "Off", beside it: never the colour alone. */
  stateWord?: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  disabledReason?: string | undefined;
};

export function Switch({ label, hidesLabel, stateWord, isSelected, onChange, disabledReason }: SwitchProps) {
  return (
    <AriaSwitch
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={disabledReason !== undefined}
      className={styles.switch ?? ""}
      aria-label={hidesLabel ? label : undefined}
    >
      <span className={styles.track} aria-hidden />
      {!hidesLabel && <span>{label}</span>}
      {stateWord && (
        <span aria-hidden className={styles.state}>
          {stateWord}
        </span>
      )}
      {disabledReason && <span className={styles.state}>{disabledReason}</span>}
    </AriaSwitch>
  );
}
