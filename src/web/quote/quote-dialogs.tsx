import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Money } from "#web/kit/money.tsx";
import { TextArea } from "#web/kit/text-area.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { QUOTES, type QuoteVersion } from "#web/quote/use-quote.ts";
import type { QuoteActs, QuoteQuestion } from "#web/quote/use-quote-acts.tsx";
import look from "#web/kit/table-look.module.css";
import styles from "#web/quote/quote-side.module.css";

type DialogsProps = { readonly acts: QuoteActs; readonly question: QuoteQuestion };

export function QuoteDialogs({ acts, question }: DialogsProps) {
  const props = { acts, version: question.version };
  switch (question.kind) {
    case "decline":
      return <DeclineDialog {...props} />;
    case "template":
      return <TemplateDialog {...props} />;
    case "rename":
      return <RenameDialog {...props} />;
    case "rates":
      return <RatesDialog {...props} />;
    case "replace":
      return <ReplaceDialog {...props} />;
  }
}

type DialogProps = { readonly acts: QuoteActs; readonly version: QuoteVersion };

function DeclineDialog({ acts, version }: DialogProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.decline;
  const [reason, setReason] = useState("");
  const decline = async (): Promise<void> => {
    if (await acts.decline(version, reason.trim() || null)) acts.close();
  };
  return (
    <Asked title={say.title} act={say.act} onAct={() => void decline()} onClose={acts.close}>
      <TextArea label={say.reason} isOptional maxLength={1000} value={reason} onChange={setReason} />
    </Asked>
  );
}

function TemplateDialog({ acts, version }: DialogProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.template;
  const [name, setName] = useState(version.quote.name);
  const [description, setDescription] = useState("");
  const [isTried, setIsTried] = useState(false);
  const save = async (): Promise<void> => {
    setIsTried(true);
    if (name.trim() === "") return;
    if (await acts.saveTemplate(version, { name: name.trim(), description: description.trim() || null })) acts.close();
  };
  return (
    <Asked title={say.save} act={words.common.save} onAct={() => void save()} onClose={acts.close}>
      <TextField
        label={say.name}
        maxLength={200}
        value={name}
        onChange={setName}
        error={isTried && name.trim() === "" ? say.nameNeeded : undefined}
      />
      <TextArea label={say.description} isOptional maxLength={2000} value={description} onChange={setDescription} />
      <p className={styles.quiet}>{say.kept}</p>
    </Asked>
  );
}

function RenameDialog({ acts, version }: DialogProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.rename;
  const [name, setName] = useState(version.quote.name);
  const save = async (): Promise<void> => {
    if (name.trim() !== "" && (await acts.rename(version, name.trim()))) acts.close();
  };
  return (
    <Asked title={say.title} act={words.common.save} onAct={() => void save()} onClose={acts.close}>
      <TextField
        label={say.name}
        maxLength={200}
        value={name}
        onChange={setName}
        error={name.trim() === "" ? words.quoting.template.nameNeeded : undefined}
      />
    </Asked>
  );
}

function ReplaceDialog({ acts, version }: DialogProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.replace;
  const replace = async (): Promise<void> => {
    acts.close();
    await acts.accept(version, true);
  };
  return (
    <Asked title={say.title} act={say.act} onAct={() => void replace()} onClose={acts.close}>
      <p>{say.text}</p>
    </Asked>
  );
}

/** What the newest rates would do to every price, before anything is written. */
function RatesDialog({ acts, version }: DialogProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const say = words.quoting.refresh;
  const params = { id: version.quote.id, number: version.number };
  const effect = useQuery({
    queryKey: [...QUOTES, "rates", params.id, params.number, version.version],
    queryFn: () => ask("refreshQuoteRates", { params, body: { dry: true } }),
    gcTime: 0,
  });
  const apply = async (): Promise<void> => {
    if (await acts.refreshRates(version)) acts.close();
  };
  const { currency } = version.sheet;
  return (
    <Asked title={say.title} act={say.apply} onAct={() => void apply()} onClose={acts.close}>
      <Loaded query={effect} label={say.loading}>
        {({ rates, prices }) => (
          <>
            {rates.length === 0 && <p className={styles.quiet}>{say.nothing}</p>}
            <ul>
              {rates.map((rate) => (
                <li key={rate.currency}>
                  {say.rate({ code: rate.currency, before: rate.before ?? "–", after: rate.after, day: formatDay(rate.onDay, locale) })}
                </li>
              ))}
            </ul>
            <table className={look.table}>
              <thead>
                <tr>
                  <th scope="col">{words.quoting.totals.payers}</th>
                  <th className={look.figures}>{say.before}</th>
                  <th className={look.figures}>{say.after}</th>
                  <th className={look.figures}>{say.effect}</th>
                </tr>
              </thead>
              <tbody>
                {prices.map(({ payers, before, after, effect: difference }) => (
                  <tr key={payers}>
                    <th scope="row">{payers}</th>
                    <td className={look.figures}>
                      <Money amount={before?.amount ?? null} currency={currency} />
                    </td>
                    <td className={look.figures}>
                      <Money amount={after?.amount ?? null} currency={currency} />
                    </td>
                    <td className={look.figures}>
                      <Money amount={difference} currency={currency} isDifference />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Loaded>
    </Asked>
  );
}

type AskedProps = {
  readonly title: string;
  readonly act: string;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
};

function Asked({ title, act, onAct, onClose, children }: AskedProps) {
  const { words } = useAllSpoken();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      size="small"
      actions={
        <>
          <Button look="primary" onPress={onAct}>
            {act}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <div className={styles.form}>{children}</div>
    </Dialog>
  );
}
