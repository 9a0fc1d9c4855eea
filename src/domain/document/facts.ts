/** What can be told afterwards of a document. */
import { factsAbout } from "#domain/shared/fact.ts";

export const DOCUMENT_FACTS = factsAbout("document");
