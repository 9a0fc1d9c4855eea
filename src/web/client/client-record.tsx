import { useRef } from "react";
import type { Client } from "#contract/client.ts";
import { AddressFact } from "#web/app/address-fact.tsx";
import { LANGUAGE_NAMES } from "#web/app/language.ts";
import { useClientKinds, usePeople } from "#web/app/me.ts";
import { PhoneText } from "#web/app/phone-text.tsx";
import { CallLink, VisitLink, WriteLink } from "#web/app/reach-links.tsx";
import { ChoiceFact, TextFact } from "#web/app/record-field.tsx";
import { useSpoken } from "#web/app/words.ts";
import type { ClientEdits } from "#web/client/use-client-edits.ts";
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

type RecordProps = { readonly client: Client; readonly edits: ClientEdits };

/** What the agency knows of the client, changed in place. */
export function ClientRecord({ client, edits }: RecordProps) {
  const { words } = useSpoken();
  const { act, panel, title } = words.client;
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
          <Reaching client={client} edits={edits} />
          <Billing client={client} edits={edits} />
          <Following client={client} edits={edits} />
        </FactsList>
      </Panel>
      <CustomPanels recordType="client" values={client.custom} edits={edits} />
    </div>
  );
}

function Reaching({ client, edits }: RecordProps) {
  const { field } = useSpoken().words.client;
  return (
    <>
      <AddressFact edits={edits} label={field.address} value={client.address} changeOf={(address) => ({ address })} />
      <TextFact
        edits={edits}
        name="phone"
        label={field.phone}
        value={client.phone?.national ?? null}
        type="tel"
        maxLength={40}
        changeOf={(phone) => ({ phone })}
        action={<CallLink name={client.name} phone={client.phone} />}
      >
        <PhoneText phone={client.phone} isLink={false} />
      </TextFact>
      <TextFact
        edits={edits}
        name="email"
        label={field.email}
        value={client.email}
        type="email"
        maxLength={254}
        changeOf={(email) => ({ email })}
        action={<WriteLink name={client.name} email={client.email} />}
      />
      <TextFact
        edits={edits}
        name="website"
        label={field.website}
        value={client.website}
        type="url"
        maxLength={300}
        changeOf={(website) => ({ website })}
        action={<VisitLink name={client.name} website={client.website} />}
      />
    </>
  );
}

function Billing({ client, edits }: RecordProps) {
  const { field } = useSpoken().words.client;
  return (
    <>
      <TextFact
        edits={edits}
        name="legalName"
        label={field.legalName}
        value={client.legalName}
        maxLength={200}
        changeOf={(legalName) => ({ legalName })}
      />
      <TextFact
        edits={edits}
        name="registrationNumber"
        label={field.registrationNumber}
        value={client.registrationNumber}
        maxLength={60}
        changeOf={(registrationNumber) => ({ registrationNumber })}
      />
      <TextFact
        edits={edits}
        name="vatNumber"
        label={field.vatNumber}
        value={client.vatNumber}
        maxLength={60}
        changeOf={(vatNumber) => ({ vatNumber })}
      />
      <TextFact
        edits={edits}
        name="paymentTerms"
        label={field.paymentTerms}
        value={client.paymentTerms}
        maxLength={500}
        changeOf={(paymentTerms) => ({ paymentTerms })}
      />
    </>
  );
}

function Following({ client, edits }: RecordProps) {
  const { field, status } = useSpoken().words.client;
  const kinds = useClientKinds().data?.data ?? [];
  const people = usePeople().data?.data.filter((person) => person.active) ?? [];
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <ChoiceFact
        edits={edits}
        name="kindId"
        label={field.kind}
        value={client.kindId}
        shown={client.kindName ?? undefined}
        options={named(kinds)}
        changeOf={(kindId) => ({ kindId })}
      />
      <ChoiceFact
        edits={edits}
        name="status"
        label={field.status}
        value={client.status}
        options={[
          { id: "prospect", label: status.prospect },
          { id: "client", label: status.client },
        ]}
        changeOf={(id) => ({ status: id === "client" ? ("client" as const) : ("prospect" as const) })}
        isRequired
      />
      <ChoiceFact
        edits={edits}
        name="managerId"
        label={field.manager}
        value={client.manager?.id ?? null}
        shown={client.manager?.name}
        options={named(people)}
        changeOf={(managerId) => ({ managerId })}
      />
      <ChoiceFact
        edits={edits}
        name="language"
        label={field.language}
        value={client.language}
        options={Object.entries(LANGUAGE_NAMES).map(([id, label]) => ({ id, label }))}
        changeOf={(language) => ({ language: language as Client["language"] })}
      />
      <TagsFact edits={edits} tags={client.tags} changeOf={(tagIds) => ({ tagIds })} />
      <TextFact
        edits={edits}
        name="notes"
        label={field.notes}
        value={client.notes}
        maxLength={20_000}
        isLong
        changeOf={(notes) => ({ notes })}
      />
    </>
  );
}
