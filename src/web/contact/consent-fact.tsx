import { useState } from "react";
import type { Contact } from "#contract/contact.ts";
import { ConflictChooser } from "#web/app/conflict-chooser.tsx";
import { useReport } from "#web/app/use-report.ts";
import { useSpoken } from "#web/app/words.ts";
import { useTold } from "#web/contact/newsletter.tsx";
import type { ContactEdits } from "#web/contact/use-contact-edits.ts";
import { CONTACTS } from "#web/contact/use-contacts.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { Fact } from "#web/kit/facts-list.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import styles from "#web/contact/contact.module.css";

type ConsentProps = { readonly contact: Contact; readonly edits: ContactEdits };

/** The answer to the newsletter, when and where it was given. It is written as an answer, never as a tick. */
export function ConsentFact({ contact, edits }: ConsentProps) {
  const { field, newsletter } = useSpoken().words.contact;
  const [isAsking, setIsAsking] = useState(false);
  const told = useTold();
  const conflict = edits.conflict?.field === "newsletter" ? edits.conflict : undefined;
  return (
    <Fact label={field.newsletter}>
      {told(contact.newsletter)}{" "}
      {edits.canEdit && (
        <Button look="link" size="small" onPress={() => setIsAsking(true)}>
          {newsletter.change}
        </Button>
      )}
      {conflict && <ConflictChooser conflict={conflict} theirs={told(contact.newsletter)} />}
      {isAsking && <ConsentDialog contact={contact} edits={edits} onClose={() => setIsAsking(false)} />}
    </Fact>
  );
}

function ConsentDialog({ contact, edits, onClose }: ConsentProps & { readonly onClose: () => void }) {
  const { words } = useSpoken();
  const say = words.contact.newsletter;
  const report = useReport();
  const [answer, setAnswer] = useState<string | null>(null);
  const [origin, setOrigin] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const confirm = (): void => {
    setIsAsked(true);
    if (answer === null || origin.trim() === "") return;
    const subscribed = answer === "yes";
    const saving = edits.save({
      field: "newsletter",
      change: { newsletter: { subscribed, origin: origin.trim() } },
      mine: say[subscribed ? "subscribed" : "refused"],
      isOvertaken: false,
    });
    void saving.catch((error: unknown) => report(error, CONTACTS));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.title(contact)}
      size="small"
      actions={
        <>
          <Button look="primary" onPress={confirm}>
            {words.common.save}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <div className={styles.fields}>
        <RadioGroup
          label={say.answer}
          options={[
            { id: "yes", label: say.yes },
            { id: "no", label: say.no },
          ]}
          value={answer}
          onChange={setAnswer}
          error={isAsked && answer === null ? say.answerRequired : undefined}
        />
        <TextField
          label={say.origin}
          hint={say.originHint}
          value={origin}
          onChange={setOrigin}
          maxLength={200}
          error={isAsked && origin.trim() === "" ? say.originRequired : undefined}
        />
      </div>
    </Dialog>
  );
}
