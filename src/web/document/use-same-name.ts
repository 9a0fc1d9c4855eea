import { useState } from "react";
import type { Document } from "#contract/document.ts";
import type { Chosen } from "#web/document/use-add-documents.ts";

/** A file whose name a document has already, and that document. */
export type Known = { readonly chosen: Chosen; readonly one: Document };

type Add = (chosen: readonly Chosen[], into?: Document) => void;

/** Files of a known name wait for an answer: a new version of it, or another document. The others go at once. */
export function useSameName(documents: readonly Document[], add: Add) {
  const [asked, setAsked] = useState<readonly Known[]>([]);
  const known = ({ file }: Chosen): Document | undefined =>
    documents.find((one) => one.can.edit && one.name.toLowerCase() === file.name.normalize().toLowerCase());
  const take = (chosen: readonly Chosen[]): void => {
    const found = chosen.flatMap((one) => {
      const document = known(one);
      return document ? [{ chosen: one, one: document }] : [];
    });
    const others = chosen.filter((one) => !found.some((same) => same.chosen === one));
    if (others.length > 0) add(others);
    setAsked(found);
  };
  const answer = (asVersions: boolean): void => {
    if (asVersions) for (const { chosen, one } of asked) add([chosen], one);
    else add(asked.map(({ chosen }) => chosen));
    setAsked([]);
  };
  return { take, asked, answer, close: () => setAsked([]) };
}
