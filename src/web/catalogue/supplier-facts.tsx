import type { Supplier } from "#contract/supplier.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { countryName, countryOptions } from "#web/app/countries.ts";
import { PhoneText } from "#web/app/phone-text.tsx";
import { CallLink, VisitLink, WriteLink } from "#web/app/reach-links.tsx";
import { RecordField, TextFact } from "#web/app/record-field.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { useSupplierEdits, type SupplierEdits } from "#web/catalogue/use-catalogue-edits.ts";
import { FactsList } from "#web/kit/facts-list.tsx";

type FactsProps = { readonly supplier: Supplier; readonly edits: SupplierEdits };

export function SupplierFacts({ supplier }: { supplier: Supplier }) {
  const { field, create } = useAllSpoken().words.catalogue.suppliers;
  const edits = useSupplierEdits(supplier);
  return (
    <FactsList>
      <TextFact
        edits={edits}
        name="name"
        label={field.name}
        value={supplier.name}
        maxLength={200}
        required={create.nameRequired}
        changeOf={(name) => (name === null ? {} : { name })}
      />
      <Place supplier={supplier} edits={edits} />
      <Reaching supplier={supplier} edits={edits} />
      <TextFact
        edits={edits}
        name="notes"
        label={field.notes}
        value={supplier.notes}
        maxLength={5000}
        isLong
        changeOf={(notes) => ({ notes })}
      />
    </FactsList>
  );
}

function Place({ supplier, edits }: FactsProps) {
  const { words, locale } = useAllSpoken();
  const { field } = words.catalogue.suppliers;
  return (
    <>
      <TextFact edits={edits} name="city" label={field.city} value={supplier.city} maxLength={120} changeOf={(city) => ({ city })} />
      <RecordField
        edits={edits}
        name="country"
        label={field.country}
        value={supplier.country}
        textOf={(code) => (code === null ? "" : countryName(code, locale))}
        changeOf={(country) => ({ country })}
        editor={({ draft, save }) => (
          <ChoiceField
            label={field.country}
            hidesLabel
            autoFocus
            options={countryOptions(locale)}
            value={draft}
            onChange={save}
            onClear={() => save(null)}
          />
        )}
      />
    </>
  );
}

function Reaching({ supplier, edits }: FactsProps) {
  const { field } = useAllSpoken().words.catalogue.suppliers;
  const { name, phone, email, website } = supplier;
  return (
    <>
      <TextFact
        edits={edits}
        name="phone"
        label={field.phone}
        value={phone?.national ?? null}
        type="tel"
        maxLength={40}
        changeOf={(next) => ({ phone: next })}
        action={<CallLink name={name} phone={phone} />}
      >
        <PhoneText phone={phone} isLink={false} />
      </TextFact>
      <TextFact
        edits={edits}
        name="email"
        label={field.email}
        value={email}
        type="email"
        maxLength={254}
        changeOf={(next) => ({ email: next })}
        action={<WriteLink name={name} email={email} />}
      />
      <TextFact
        edits={edits}
        name="website"
        label={field.website}
        value={website}
        type="url"
        maxLength={300}
        changeOf={(next) => ({ website: next })}
        action={<VisitLink name={name} website={website} />}
      />
    </>
  );
}
