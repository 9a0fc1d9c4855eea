import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A real mail server that keeps what it is given. */
export type Mailbox = {
  readonly url: string;
  /** The link of the newest mail to this address; waits until there is one more than `after`. */
  readonly linkTo: (address: string, after?: number) => Promise<string>;
  /** Every text that came to this address. */
  readonly textsTo: (address: string) => string[];
  /** Refuses what comes from now on with this answer; none: takes it again. */
  readonly refuseWith: (code: number | undefined) => void;
  readonly stop: () => Promise<void>;
};

const PATIENCE_MS = 10_000;

export async function startMailbox(): Promise<Mailbox> {
  const mails: { readonly to: string; readonly text: string }[] = [];
  let refusal: number | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_address, _session, done) =>
      refusal === undefined ? done() : done(Object.assign(new Error("not now"), { responseCode: refusal })),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const text = decoded(Buffer.concat(chunks).toString("latin1"));
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address, text });
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    linkTo: async (address, after = 0) => {
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((again) => setTimeout(again, 50))) {
        const found = mails.filter(({ to }) => to === address);
        const link = found.length > after && /https?:\/\/\S+/.exec(found.at(-1)?.text ?? "")?.[0];
        if (link) return link;
      }
      throw new Error(`no mail with a link came to ${address}`);
    },
    textsTo: (address) => mails.filter(({ to }) => to === address).map(({ text }) => text),
    refuseWith: (code) => {
      refusal = code;
    },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

/** Quoted-printable, as mails are written. */
function decoded(raw: string): string {
  const bytes = raw
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
