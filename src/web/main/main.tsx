import "#web/kit/base.css";
import { createRoot } from "react-dom/client";
import { listenForSignedOut } from "#web/api/api.ts";
import { likelyLocale, speak } from "#web/app/language.ts";
import { ME } from "#web/app/me.ts";
import { applyPreferences } from "#web/app/preferences.ts";
import { waitForSignIn } from "#web/app/session.ts";
import { App } from "#web/main/app.tsx";
import { begin } from "#web/main/begin.ts";
import { createQueryClient } from "#web/main/query-client.ts";

const OPEN = /^\/(sign-in|welcome|invitation|reset)(\/|$)/;

const client = createQueryClient();

listenForSignedOut(() => (client.getQueryData(ME) === undefined ? Promise.resolve(false) : waitForSignIn()));

/** The words and the reader are fetched side by side; the reader's own language wins. */
async function start(): Promise<void> {
  const locale = likelyLocale();
  document.documentElement.lang = locale;
  const signedIn = OPEN.test(location.pathname) ? undefined : begin(client);
  const [me] = await Promise.all([signedIn, speak(locale)]);
  if (me) {
    applyPreferences(me);
    await speak(me.language);
  }
  const root = document.querySelector("#app");
  if (root) createRoot(root).render(<App client={client} />);
}

void start();
