import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Answer } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useNoticeWords } from "#web/app/notice-words.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllSpoken, useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatInstant } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { Select } from "#web/kit/select.tsx";
import { useToasts } from "#web/kit/toast.tsx";
import { Section } from "#web/settings/section.tsx";
import type { NoticeWords } from "#words/notice/notice-words.ts";
import section from "#web/settings/section.module.css";
import styles from "#web/settings/outbox-section.module.css";

const MAILS = ["mails"];
const PAGE = 30;
type Mail = Answer<"listMails">["data"][number];
type State = Mail["state"];
const STATES = ["held", "queued", "sending", "sent", "failed", "unsure"] as const satisfies readonly State[];

/** What was written to whom, and what became of it; without a mail server, what would have gone. */
export function OutboxSection() {
  const { settings } = useAllWords();
  const notice = useNoticeWords();
  return (
    <Loaded query={notice} label={settings.loading}>
      {(say) => <Outbox say={say.outbox} />}
    </Loaded>
  );
}

function Outbox({ say }: { readonly say: NoticeWords["outbox"] }) {
  const { settings } = useAllWords();
  const [state, setState] = useState<State | "">("");
  const query = useInfiniteQuery({
    queryKey: [...MAILS, state],
    queryFn: ({ pageParam }) =>
      ask("listMails", {
        query: { limit: PAGE, ...(state === "" ? {} : { state }), ...(pageParam === undefined ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.nextCursor ?? undefined,
    // What is being sent changes by itself.
    refetchInterval: ({ state: { data } }) => (data?.pages.some((page) => page.data.some(isMoving)) ? 2000 : false),
  });
  return (
    <Section title={settings.section.outbox} text={say.text}>
      <Loaded query={query} label={say.loading}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.data);
          return (
            <>
              {!pages[0]?.mailReady && <p className={section.text}>{say.held}</p>}
              <Panel title={say.table} isFlush action={<StateFilter say={say} value={state} onChange={setState} />}>
                {all.length === 0 && <p className={styles.nothing}>{state === "" ? say.none : say.noneOf}</p>}
                <ul className={section.rows}>
                  {all.map((mail) => (
                    <MailRow key={mail.id} mail={mail} say={say} />
                  ))}
                </ul>
                {query.hasNextPage && (
                  <p className={styles.more}>
                    <Button look="quiet" onPress={() => void query.fetchNextPage()}>
                      {say.more}
                    </Button>
                  </p>
                )}
              </Panel>
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

const isMoving = ({ state }: Mail): boolean => state === "queued" || state === "sending";

type StateFilterProps = { readonly say: NoticeWords["outbox"]; readonly value: State | ""; readonly onChange: (state: State | "") => void };

function StateFilter({ say, value, onChange }: StateFilterProps) {
  return (
    <Select
      label={say.filter}
      hidesLabel
      value={value}
      options={[{ id: "", label: say.all }, ...STATES.map((id) => ({ id, label: say.state[id] }))]}
      onChange={(id) => onChange(STATES.find((one) => one === id) ?? "")}
    />
  );
}

type MailRowProps = { readonly mail: Mail; readonly say: NoticeWords["outbox"] };
const TONES = { held: "neutral", queued: "neutral", sending: "neutral", sent: "success", failed: "danger", unsure: "warning" } as const;

function MailRow({ mail, say }: MailRowProps) {
  const { locale } = useAllSpoken();
  const { timeZone } = useSurroundings();
  const [isOpen, setIsOpen] = useState(false);
  const send = useSend(say);
  const when = (at: string): string => formatInstant(at, locale, timeZone);
  const kind = (say.kind as Readonly<Record<string, string>>)[mail.kind] ?? mail.kind;
  const name = mail.user?.name ?? mail.to;
  const act = mail.state === "held" ? say.send : say.sendAgain;
  return (
    <li className={styles.mail}>
      <div className={styles.line}>
        <div className={styles.words}>
          <p className={section.name}>{mail.subject}</p>
          <p className={section.hint}>
            {[mail.user ? `${mail.user.name} · ${mail.to}` : mail.to, kind, when(mail.sentAt ?? mail.createdAt)].join(" · ")}
          </p>
          {mail.error && <p className={styles.error}>{mail.error}</p>}
          {mail.nextTryAt && <p className={section.hint}>{say.nextTry({ when: when(mail.nextTryAt), n: mail.tries })}</p>}
          {mail.state === "unsure" && <p className={section.hint}>{say.unsureHint}</p>}
        </div>
        <Pill kind={TONES[mail.state]}>{say.state[mail.state]}</Pill>
        <Button
          size="small"
          look="quiet"
          label={`${isOpen ? say.hide : say.show}: ${mail.subject}, ${name}`}
          onPress={() => setIsOpen(!isOpen)}
        >
          {isOpen ? say.hide : say.show}
        </Button>
        {mail.can.send && (
          <Button
            size="small"
            label={say.sendTo({ act, subject: mail.subject, name })}
            isPending={send.isPending}
            onPress={() => send.mutate(mail.id)}
          >
            {act}
          </Button>
        )}
      </div>
      {isOpen && <pre className={styles.text}>{mail.text}</pre>}
    </li>
  );
}

function useSend(say: NoticeWords["outbox"]) {
  const client = useQueryClient();
  const report = useReport();
  const toasts = useToasts();
  return useMutation({
    mutationFn: (id: string) => ask("sendMail", { params: { id }, body: {} }),
    onSuccess: () => {
      toasts.show({ text: say.sending });
      void client.invalidateQueries({ queryKey: MAILS });
    },
    onError: (error) => report(error, MAILS),
  });
}
