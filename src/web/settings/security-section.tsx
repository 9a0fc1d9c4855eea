import { useAllWords } from "#web/app/words.ts";
import { KeysPanel } from "#web/settings/keys-panel.tsx";
import { PasswordPanel } from "#web/settings/password-panel.tsx";
import { Section } from "#web/settings/section.tsx";
import { SessionsPanel } from "#web/settings/sessions-panel.tsx";

export function SecuritySection() {
  const { settings } = useAllWords();
  return (
    <Section title={settings.section.security}>
      <PasswordPanel />
      <SessionsPanel />
      <KeysPanel />
    </Section>
  );
}
