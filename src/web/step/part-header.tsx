import { useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { Neighbours } from "#web/app/neighbours.tsx";
import { RecordName } from "#web/app/record-name.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { destinationText } from "#web/catalogue/product-words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Link } from "#web/kit/link.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { usePartActs, type Part, type PartEdits } from "#web/step/use-parts.ts";
import styles from "#web/app/record-page.module.css";

const LISTS = { step: "/steps", template: "/trip-templates" } as const;

/** Its two names, what it is and where. */
export function PartHeader({ part, edits }: { part: Part; edits: PartEdits }) {
  const { words, locale } = useAllSpoken();
  const { catalogue } = words;
  const say = catalogue.part;
  const isPhone = useIsPhone();
  const { record, type } = part;
  const destination = destinationText(record.destination, locale);
  const isNamedElse = record.publicName !== null && record.publicName !== record.name;
  return (
    <header className={styles.header}>
      <div className={styles.trail}>
        <Link href={LISTS[type]} look="quiet">
          {type === "step" ? catalogue.steps.title : catalogue.templates.title}
        </Link>
        <Neighbours
          of={type === "step" ? "steps" : "trip-templates"}
          id={record.id}
          words={type === "step" ? catalogue.steps : catalogue.templates}
        />
      </div>
      <div className={styles.top}>
        <RecordName edits={edits} label={say.field.name} value={record.name} changeOf={(name) => ({ name })} required={say.nameRequired} />
        {part.type === "step" && <Pill>{say.kind[part.record.kind]}</Pill>}
        {record.isArchived && <Pill kind="warning">{say.archived}</Pill>}
      </div>
      <div className={styles.acts}>{!isPhone && <PartMenu part={part} />}</div>
      <div className={styles.facts}>
        {isNamedElse && <span>{say.publicNameShown({ name: record.publicName ?? "" })}</span>}
        {destination !== "" && <span>{destination}</span>}
      </div>
    </header>
  );
}

export function PartMenu({ part }: { part: Part }) {
  const { part: say } = useAllSpoken().words.catalogue;
  const { remove, archive } = usePartActs(part);
  const navigate = useNavigate();
  const { can, isArchived } = part.record;
  const run = async (id: string): Promise<void> => {
    if (id === "copy") await navigator.clipboard.writeText(location.href);
    if (id === "archive") await archive();
    if (id === "delete" && (await remove())) await navigate({ to: LISTS[part.type] });
  };
  const items = [
    { id: "copy", label: say.copyLink },
    ...(can.edit ? [{ id: "archive", label: isArchived ? say.unarchive : say.archive }] : []),
    ...(can.delete ? [{ id: "delete", label: say.delete, isDanger: true }] : []),
  ];
  return (
    <Menu
      label={say.more}
      trigger={<IconButton icon={Ellipsis} label={say.more} />}
      groups={[{ id: "acts", items }]}
      onAction={(id) => void run(id)}
    />
  );
}
