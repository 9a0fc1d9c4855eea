import { useRef, useState } from "react";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import styles from "#web/app/logo-field.module.css";

const LIMIT_BYTES = 500_000;
const KINDS = ["image/png", "image/jpeg", "image/webp"];

type LogoFieldProps = {
  /** Its address, or the picture itself as a data URL. */
  picture: string | null;
  onChange: (dataUrl: string | null) => void;
  error?: string | undefined;
  isSaving?: boolean;
};

export function LogoField({ picture, onChange, error, isSaving = false }: LogoFieldProps) {
  const { access, shell } = useAllWords();
  const { welcome } = access;
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string>();
  async function read(file: File | undefined) {
    if (!file) return;
    if (!KINDS.includes(file.type)) return setRefused(welcome.logoWrong);
    if (file.size > LIMIT_BYTES) return setRefused(welcome.logoTooBig);
    setRefused(undefined);
    onChange(await dataUrlOf(file));
  }
  const problem = refused ?? error;
  return (
    <div role="group" aria-label={welcome.logo}>
      <p className={styles.label}>
        {welcome.logo} <span className={styles.optional}>{shell.kit.optional}</span>
      </p>
      <div className={styles.row}>
        {picture !== null && <img src={picture} alt={welcome.logoOf} className={styles.picture} />}
        <input
          ref={input}
          type="file"
          accept={KINDS.join(",")}
          hidden
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <Button onPress={() => input.current?.click()} isPending={isSaving}>
          {picture === null ? welcome.logoChoose : welcome.logoReplace}
        </Button>
        {picture !== null && (
          <Button look="quiet" onPress={() => onChange(null)}>
            {welcome.logoRemove}
          </Button>
        )}
      </div>
      <p role={problem ? "alert" : undefined} className={problem ? styles.error : styles.hint}>
        {problem ?? welcome.logoHint}
      </p>
    </div>
  );
}

function dataUrlOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : "");
    reader.onerror = () => reject(new Error("The picture could not be read"));
    reader.readAsDataURL(file);
  });
}
