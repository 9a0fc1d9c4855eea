import type { Contact } from "#contract/contact.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { useSpoken } from "#web/app/words.ts";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";

type Answer = Contact["newsletter"];

/** "subscribed", with when and where it was said in its title; "–": never asked. */
export function Newsletter({ answer }: { answer: Answer }) {
  const { words } = useSpoken();
  const told = useTold()(answer);
  if (answer === null) return <span title={words.contact.newsletter.unknown}>–</span>;
  return <span title={told}>{words.contact.newsletter[answer.subscribed ? "subscribed" : "refused"]}</span>;
}

/** "subscribed on 12 June 2026 (form)" */
export function useTold(): (answer: Answer) => string {
  const { words, locale } = useSpoken();
  const { timeZone } = useSurroundings();
  const say = words.contact.newsletter;
  return (answer) => {
    if (answer === null) return say.unknown;
    const state = say[answer.subscribed ? "subscribed" : "refused"];
    const day = formatDay(dayInZone(answer.at, timeZone), locale);
    return answer.origin === "" ? say.toldWithoutOrigin({ state, day }) : say.told({ state, day, origin: answer.origin });
  };
}
