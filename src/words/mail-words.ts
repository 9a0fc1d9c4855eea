import type { Locale } from "#domain/shared/actor.ts";
import { partsOf, type Day } from "#domain/shared/day.ts";

type MailText = { readonly subject: string; readonly text: string };
type MailWords = {
  readonly invitation: (p: { readonly agency: string; readonly by: string; readonly link: string }) => MailText;
  readonly reminder: (p: {
    readonly title: string;
    readonly about: string;
    readonly dueOn: Day;
    readonly dueTime: string | null;
    readonly link: string;
  }) => MailText;
  readonly notice: (p: { readonly said: string; readonly text: string; readonly link: string; readonly preferences: string }) => MailText;
  readonly reset: (p: { readonly name: string; readonly link: string }) => MailText;
};

const REGION = { en: "en-GB", fr: "fr-FR", it: "it-IT" } as const;

/** A day in full, counted on the calendar alone. */
function longDay(locale: Locale, day: Day): string {
  const { year, month, date } = partsOf(day);
  return new Intl.DateTimeFormat(REGION[locale], { dateStyle: "full", timeZone: "UTC" }).format(Date.UTC(year, month - 1, date));
}

const lines = (...all: (string | null)[]): string => `${all.filter((line) => line !== null && line !== "").join("\n")}\n`;

/** Mails to members of the agency, in their language. */
export const mailWords: Record<Locale, MailWords> = {
  en: {
    invitation: (p) => ({
      subject: `${p.by} invites you to ${p.agency}`,
      text: `${p.by} invites you to work with ${p.agency} on Escale.\n\nChoose your password here (the link works for 7 days):\n${p.link}\n`,
    }),
    reminder: (p) => ({
      subject: `Reminder: ${p.title}`,
      text: lines(p.title, p.about, `${longDay("en", p.dueOn)}${p.dueTime ? `, ${p.dueTime}` : ""}`, `\n${p.link}`),
    }),
    notice: (p) => ({
      subject: p.said,
      text: lines(p.text || p.said, p.link && `\n${p.link}`, `\nChoose what reaches you by mail: ${p.preferences}`),
    }),
    reset: (p) => ({
      subject: "A new password for Escale",
      text: `Hello ${p.name},\n\nChoose a new password here (the link works for 2 hours):\n${p.link}\n\nIf you did not ask for it, nothing changes.\n`,
    }),
  },
  fr: {
    invitation: (p) => ({
      subject: `${p.by} vous invite chez ${p.agency}`,
      text: `${p.by} vous invite à travailler avec ${p.agency} sur Escale.\n\nChoisissez votre mot de passe ici (le lien est valable 7 jours) :\n${p.link}\n`,
    }),
    reminder: (p) => ({
      subject: `Rappel : ${p.title}`,
      text: lines(p.title, p.about, `${longDay("fr", p.dueOn)}${p.dueTime ? `, ${p.dueTime}` : ""}`, `\n${p.link}`),
    }),
    notice: (p) => ({
      subject: p.said,
      text: lines(p.text || p.said, p.link && `\n${p.link}`, `\nChoisir ce qui vous parvient par e-mail : ${p.preferences}`),
    }),
    reset: (p) => ({
      subject: "Un nouveau mot de passe pour Escale",
      text: `Bonjour ${p.name},\n\nChoisissez un nouveau mot de passe ici (le lien est valable 2 heures) :\n${p.link}\n\nSi vous ne l’avez pas demandé, rien ne change.\n`,
    }),
  },
  it: {
    invitation: (p) => ({
      subject: `${p.by} ti invita in ${p.agency}`,
      text: `${p.by} ti invita a lavorare con ${p.agency} su Escale.\n\nScegli la tua password qui (il link vale 7 giorni):\n${p.link}\n`,
    }),
    reminder: (p) => ({
      subject: `Promemoria: ${p.title}`,
      text: lines(p.title, p.about, `${longDay("it", p.dueOn)}${p.dueTime ? `, ${p.dueTime}` : ""}`, `\n${p.link}`),
    }),
    notice: (p) => ({
      subject: p.said,
      text: lines(p.text || p.said, p.link && `\n${p.link}`, `\nScegli che cosa ti arriva per e-mail: ${p.preferences}`),
    }),
    reset: (p) => ({
      subject: "Una nuova password per Escale",
      text: `Ciao ${p.name},\n\nscegli una nuova password qui (il link vale 2 ore):\n${p.link}\n\nSe non l’hai chiesta tu, non cambia nulla.\n`,
    }),
  },
};
