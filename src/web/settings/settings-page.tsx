import { useParams } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { useMe } from "#web/app/me.ts";
import { useAllWords } from "#web/app/words.ts";
import { ImportsSection } from "#web/settings/imports-section.tsx";
import { NoRight } from "#web/kit/no-right.tsx";
import { PeopleSection } from "#web/people/people-section.tsx";
import { TeamsSection } from "#web/people/teams-section.tsx";
import { AgencySection } from "#web/settings/agency-section.tsx";
import { CustomFieldsSection } from "#web/settings/custom-fields-section.tsx";
import { KeyboardSection } from "#web/settings/keyboard-section.tsx";
import { ListsSection } from "#web/settings/lists-section.tsx";
import { MeSection } from "#web/settings/me-section.tsx";
import { NotificationsSection } from "#web/settings/notifications-section.tsx";
import { OutboxSection } from "#web/settings/outbox-section.tsx";
import { PipelinesSection } from "#web/settings/pipelines-section.tsx";
import { RatesSection } from "#web/settings/rates-section.tsx";
import { SecuritySection } from "#web/settings/security-section.tsx";
import { SettingsFrame } from "#web/settings/settings-frame.tsx";
import { findSection, type SectionName } from "#web/settings/settings-sections.ts";

const SECTIONS: Record<SectionName, ComponentType> = {
  me: MeSection,
  security: SecuritySection,
  notifications: NotificationsSection,
  keyboard: KeyboardSection,
  agency: AgencySection,
  pipelines: PipelinesSection,
  lists: ListsSection,
  fields: CustomFieldsSection,
  rates: RatesSection,
  people: PeopleSection,
  teams: TeamsSection,
  imports: ImportsSection,
  outbox: OutboxSection,
};

export function SettingsPage() {
  const { settings } = useAllWords();
  const me = useMe();
  const { section: wanted } = useParams({ strict: false });
  const section = findSection(me, wanted);
  useDocumentTitle(section && settings.section[section]);
  const Section = section && SECTIONS[section];
  return (
    <SettingsFrame current={section} hasHeading={Section !== undefined}>
      {Section ? <Section /> : <NoRight title={settings.missing}>{me.administrators.join(", ")}</NoRight>}
    </SettingsFrame>
  );
}
