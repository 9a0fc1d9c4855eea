import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useAllWords } from "#web/app/words.ts";
import type { FieldProps } from "#web/kit/field.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { TextField } from "#web/kit/text-field.tsx";

export type PasswordFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** current: to sign in · new: to choose one; tells password managers what to offer. */
  kind: "current" | "new";
};

export function PasswordField({ kind, ...rest }: PasswordFieldProps) {
  const { access } = useAllWords();
  const [isShown, setIsShown] = useState(false);
  const label = isShown ? access.hidePassword : access.showPassword;
  return (
    <TextField
      {...rest}
      type={isShown ? "text" : "password"}
      autoComplete={`${kind}-password`}
      after={
        <IconButton size="small" icon={isShown ? EyeOff : Eye} label={label} isPressed={isShown} onPress={() => setIsShown(!isShown)} />
      }
    />
  );
}
