import { createTransport } from "nodemailer";

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

export type Mailer = {
  /** Mail is set up (SMTP_URL): links can be sent, not only shown. */
  readonly isReady: boolean;
  /** Hands a mail to the server after the answer; a failure is logged and tried again, never shown to the one who asked. */
  readonly send: (mail: Mail) => void;
  readonly close: () => void;
};

const TRIES = 5;

export function mailerOf(smtpUrl: string | undefined, from: string, log: (message: string, error: unknown) => void): Mailer {
  if (!smtpUrl) return { isReady: false, send: () => undefined, close: () => undefined };
  const transport = createTransport(smtpUrl, { from, connectionTimeout: 10_000, socketTimeout: 20_000, greetingTimeout: 10_000 } as never);
  const attempt = (mail: Mail, tries: number): void => {
    transport.sendMail({ ...mail, from }).catch((error: unknown) => {
      log("mail not sent", error);
      if (tries < TRIES) setTimeout(() => attempt(mail, tries + 1), 2 ** tries * 1000).unref();
    });
  };
  return { isReady: true, send: (mail) => attempt(mail, 1), close: () => transport.close() };
}
