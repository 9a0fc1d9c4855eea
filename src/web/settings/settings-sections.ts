import type { Me } from "#contract/me.ts";
import { mayExchange } from "#web/exchange/import-kinds.ts";
import { may } from "#domain/user/rights.ts";

export type SectionName =
  | "me"
  | "security"
  | "keyboard"
  | "notifications"
  | "outbox"
  | "agency"
  | "pipelines"
  | "lists"
  | "fields"
  | "rates"
  | "people"
  | "teams"
  | "imports";
export type SectionGroup = { readonly id: "you" | "agencyGroup" | "dataGroup" | "peopleGroup"; readonly sections: readonly SectionName[] };

/** Everyone has their own settings; those of the agency and of people are absent without the right. */
export function sectionGroups(me: Me): SectionGroup[] {
  const groups: (SectionGroup | false)[] = [
    { id: "you", sections: ["me", "security", "notifications", "keyboard"] },
    may(me, "settings", "read") && { id: "agencyGroup", sections: ["agency", "pipelines", "lists", "fields", "rates"] },
    mayExchange(me) && { id: "dataGroup", sections: ["imports"] },
    me.rights.users && { id: "peopleGroup", sections: ["people", "teams", "outbox"] },
  ];
  return groups.filter((group) => group !== false);
}

export function findSection(me: Me, name: string | undefined): SectionName | undefined {
  const wanted = name ?? "me";
  return sectionGroups(me)
    .flatMap((group) => group.sections)
    .find((section) => section === wanted);
}
