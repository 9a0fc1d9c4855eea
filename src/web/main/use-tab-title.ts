import { useEffect } from "react";
import { useRecordTitle } from "#web/app/document-title.ts";
import { useWords } from "#web/app/words.ts";
import type { Section } from "#web/main/places.ts";

/** "Naples et côte amalfitaine · Opportunités · Alpes & Escales Voyages" */
export function useTabTitle(section: Section | undefined, agency: string): void {
  const { nav, name } = useWords().shell;
  const record = useRecordTitle();
  const place = section === undefined ? name : nav[section];
  useEffect(() => {
    document.title = [record, place, agency].filter(Boolean).join(" · ");
  }, [record, place, agency]);
}
