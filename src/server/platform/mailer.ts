import { createTransport } from "nodemailer";

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly messageId?: string };

/**
 * What became of a mail. `later`: the server did not take it, another try is safe. `refused`: it never will. `unsure`: the
 * line broke after the text was handed over; trying again might send it twice.
 */
export type MailFate = { readonly is: "sent" } | { readonly is: "later" | "refused" | "unsure"; readonly error: string };

export type Mailer = {
  /** Mail is set up (SMTP_URL): links can be sent, not only shown. */
  readonly isReady: boolean;
  readonly deliver: (mail: Mail) => Promise<MailFate>;
  readonly close: () => void;
};

const PATIENCE = { connectionTimeout: 10_000, socketTimeout: 20_000, greetingTimeout: 10_000 };

export function mailerOf(smtpUrl: string | undefined, from: string): Mailer {
  if (!smtpUrl) return { isReady: false, deliver: async () => ({ is: "later", error: "" }), close: () => undefined };
  const transport = createTransport(smtpUrl, { from, ...PATIENCE });
  return {
    isReady: true,
    deliver: (mail) =>
      transport.sendMail({ ...mail, from }).then(
        () => ({ is: "sent" }) as const,
        (error: unknown) => fateOf(error),
      ),
    close: () => transport.close(),
  };
}

type SmtpError = { readonly responseCode?: number; readonly command?: string; readonly message?: string };

function fateOf(thrown: unknown): MailFate {
  const { responseCode, command, message = "" } = thrown as SmtpError;
  const error = message.slice(0, 500);
  if (responseCode !== undefined) return { is: responseCode >= 500 ? "refused" : "later", error };
  // Without an answer of the server, only what had not yet handed over the text is surely not sent.
  return { is: command === "DATA" ? "unsure" : "later", error };
}
