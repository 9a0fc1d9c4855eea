import type { ActivityKind } from "#domain/activity/activity.ts";
import type { Locale } from "#domain/shared/actor.ts";

type Done = { readonly kind: ActivityKind; readonly title: string; readonly outcome: string; readonly minutes: number | null };
type Planned = { readonly kind: ActivityKind; readonly title: string };

type Lines = { readonly done: readonly Done[]; readonly planned: readonly Planned[]; readonly notes: readonly string[] };

const done = (kind: ActivityKind, title: string, outcome: string, minutes: number | null = null): Done => ({
  kind,
  title,
  outcome,
  minutes,
});
const plan = (kind: ActivityKind, title: string): Planned => ({ kind, title });

/** What sellers of group travel write down, in the language of the client. "@" is the manager. */
export const DEMO_LINES: Readonly<Record<Locale, Lines>> = {
  fr: {
    done: [
      done(
        "call",
        "Appel : budget et hébergement",
        "Budget maximum 1 200 € par personne. Un seul hôtel pour tout le séjour. Rappelle mardi.",
        12,
      ),
      done("mail", "Envoyé le programme provisoire", "Reçu, le bureau en parle jeudi."),
      done("visit", "Visite au siège", "Accueil chaleureux ; ils comparent deux agences.", 60),
      done("meeting", "Point avec le trésorier", "D’accord pour 40 payants si les deux gratuités restent.", 45),
      done("call", "Appel : dates", "Flexibles de trois jours, jamais pendant les vacances scolaires.", 8),
    ],
    planned: [
      plan("call", "Confirmer le nombre de chambres individuelles"),
      plan("mail", "Relancer la proposition"),
      plan("task", "Vérifier les horaires du vol"),
      plan("meeting", "Point avec la direction : programme et encadrement"),
      plan("call", "Rappeler au sujet de l’acompte"),
      plan("deadline", "Option aérienne à confirmer"),
      plan("visit", "Réunion des participants"),
    ],
    notes: [
      "@ le trésorier accepte **40 payants** si on garde les deux gratuités. Je n’ai pas touché au devis.",
      "Ils demandent :\n\n- un guide francophone\n- des repas sans gluten pour trois personnes\n- un car plus récent que l’an dernier",
      "@ peux-tu me passer le contact du transporteur ?",
    ],
  },
  it: {
    done: [
      done("call", "Chiamata: numero di camere singole", "Otto singole, confermano entro venerdì.", 15),
      done("mail", "Inviato il programma", "Ricevuto, ne parlano in consiglio."),
      done("meeting", "Incontro con il presidente", "Preferiscono la partenza di sabato.", 40),
    ],
    planned: [
      plan("call", "Richiamare per le date"),
      plan("mail", "Inviare le condizioni dell’assicurazione"),
      plan("task", "Verificare la disponibilità dell’albergo"),
      plan("deadline", "Opzione dell’hotel da confermare"),
    ],
    notes: ["@ il tesoriere accetta **35 paganti**. Il preventivo resta com’è.", "Chiedono una *guida in italiano* per tutto il viaggio."],
  },
  en: {
    done: [
      done("call", "Call about the budget", "At most £1,100 each. Twin rooms, six singles.", 10),
      done("mail", "Sent the outline", "Received; the committee meets on Thursday."),
    ],
    planned: [
      plan("call", "Confirm the number of single rooms"),
      plan("mail", "Send the insurance terms"),
      plan("task", "Check the coach’s age"),
    ],
    notes: ["@ the treasurer accepts **30 paying**. I left the quote as it is.", "They would like a *local guide* in every town."],
  },
};
