import { useRef } from "react";
import type { Contact } from "#contract/contact.ts";
import { AddressFact } from "#web/app/address-fact.tsx";
import { LANGUAGE_NAMES } from "#web/app/language.ts";
import { PhoneText } from "#web/app/phone-text.tsx";
import { CallLink, WriteLink } from "#web/app/reach-links.tsx";
import { ChoiceFact, TextFact } from "#web/app/record-field.tsx";
import { useSpoken } from "#web/app/words.ts";
import { ConsentFact } from "#web/contact/consent-fact.tsx";
import type { ContactEdits } from "#web/contact/use-contact-edits.ts";
import { CustomPanels } from "#web/custom-field/custom-panels.tsx";
import { Button } from "#web/kit/button.tsx";
import { FactsList } from "#web/kit/facts-list.tsx";
import { editFirstValue } from "#web/kit/inline-field.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { TagsFact } from "#web/tag/tags-fact.tsx";
import { editTags } from "#web/tag/tags-value.tsx";
import styles from "#web/app/record-page.module.css";

type RecordProps = { readonly contact: Contact; readonly edits: ContactEdits };
const GENDERS = ["female", "male", "none"] as const;

/** What the agency knows of the person, changed in place. */
export function ContactRecord({ contact, edits }: RecordProps) {
  const { words } = useSpoken();
  const { act, panel, title } = words.contact;
  const isPhone = useIsPhone();
  const region = useRef<HTMLDivElement>(null);
  const edit = (): void => editFirstValue(region.current);
  useShortcut({ keys: "e", label: act.edit, group: title }, edit, edits.canEdit);
  useShortcut({ keys: "l", label: words.tag.edit, group: title }, () => editTags(region.current), edits.canEdit);
  return (
    <div ref={region} className={styles.side}>
      <Panel
        title={panel.record}
        action={
          edits.canEdit && (
            <Button look="link" size="small" onPress={edit}>
              {isPhone ? act.edit : `${act.edit} (E)`}
            </Button>
          )
        }
      >
        <FactsList>
          <Name contact={contact} edits={edits} />
          <Reaching contact={contact} edits={edits} />
          <ConsentFact contact={contact} edits={edits} />
        </FactsList>
      </Panel>
      <CustomPanels recordType="contact" values={contact.custom} edits={edits} />
    </div>
  );
}

function Name({ contact, edits }: RecordProps) {
  const { field, gender } = useSpoken().words.contact;
  return (
    <>
      <ChoiceFact
        edits={edits}
        name="gender"
        label={field.gender}
        value={contact.gender}
        options={GENDERS.map((id) => ({ id, label: gender[id] }))}
        changeOf={(id) => ({ gender: GENDERS.find((one) => one === id) ?? null })}
      />
      <TextFact
        edits={edits}
        name="firstName"
        label={field.firstName}
        value={contact.firstName}
        maxLength={100}
        changeOf={(firstName) => ({ firstName })}
      />
      <TextFact
        edits={edits}
        name="lastName"
        label={field.lastName}
        value={contact.lastName}
        maxLength={100}
        changeOf={(lastName) => ({ lastName })}
      />
      <TextFact
        edits={edits}
        name="jobTitle"
        label={field.jobTitle}
        value={contact.jobTitle}
        maxLength={120}
        changeOf={(jobTitle) => ({ jobTitle })}
      />
    </>
  );
}

function Reaching({ contact, edits }: RecordProps) {
  const { field } = useSpoken().words.contact;
  return (
    <>
      <TextFact
        edits={edits}
        name="email"
        label={field.email}
        value={contact.email}
        type="email"
        maxLength={254}
        changeOf={(email) => ({ email })}
        action={<WriteLink name={contact.name} email={contact.email} />}
      />
      <TextFact
        edits={edits}
        name="phone"
        label={field.phone}
        value={contact.phone?.national ?? null}
        type="tel"
        maxLength={40}
        changeOf={(phone) => ({ phone })}
        action={<CallLink name={contact.name} phone={contact.phone} />}
      >
        <PhoneText phone={contact.phone} isLink={false} />
      </TextFact>
      <AddressFact edits={edits} label={field.address} value={contact.address} changeOf={(address) => ({ address })} />
      <ChoiceFact
        edits={edits}
        name="language"
        label={field.language}
        value={contact.language}
        options={Object.entries(LANGUAGE_NAMES).map(([id, label]) => ({ id, label }))}
        changeOf={(language) => ({ language: language as Contact["language"] })}
      />
      <TagsFact edits={edits} tags={contact.tags} changeOf={(tagIds) => ({ tagIds })} />
      <TextFact
        edits={edits}
        name="notes"
        label={field.notes}
        value={contact.notes}
        maxLength={20_000}
        isLong
        changeOf={(notes) => ({ notes })}
      />
    </>
  );
}
