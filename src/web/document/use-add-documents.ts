import { useQueryClient } from "@tanstack/react-query";
import type { Document } from "#contract/document.ts";
import { useUndo } from "#web/app/undo.ts";
import { useWords } from "#web/app/words.ts";
import { CHANGED_WITH_DOCUMENTS } from "#web/document/use-documents.ts";
import { addUploads } from "#web/document/uploads.ts";
import { formatBytes } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useToasts } from "#web/kit/toast.tsx";

export type Chosen = { readonly file: File; readonly isFolder?: boolean };

/** Takes files to an opportunity, or as the new version of one document. What is too large is said before it is sent. */
export function useAddDocuments(opportunityId: string, limitBytes: number) {
  const client = useQueryClient();
  const toasts = useToasts();
  const { offerUndo } = useUndo();
  const { document: say } = useWords();
  const { locale } = useSurroundings();
  const done = (documents: readonly Document[], isVersion: boolean): void => {
    const name = documents[0]?.name ?? "";
    if (isVersion) offerUndo(say.replaced({ name }));
    else if (documents.length === 1) offerUndo(say.added({ n: 1, name }));
    else toasts.show({ text: say.added({ n: documents.length, name }) });
  };
  const arrived = (): void => {
    for (const queryKey of CHANGED_WITH_DOCUMENTS) void client.invalidateQueries({ queryKey });
  };
  const problemOf = ({ file, isFolder = false }: Chosen): string | undefined => {
    if (isFolder) return say.folder;
    return file.size > limitBytes ? say.tooLarge({ limit: formatBytes(limitBytes, locale) }) : undefined;
  };
  return (chosen: readonly Chosen[], into?: Document): void =>
    addUploads(
      chosen.map((one) => ({ opportunityId, file: one.file, error: problemOf(one), ...(into ? { into } : {}) })),
      { arrived, done },
    );
}

/** A folder that is dropped looks like a file; only its entry tells. */
export function chosenOf(transfer: DataTransfer): Chosen[] {
  return [...transfer.items].flatMap((item) => {
    const file = item.getAsFile();
    return file ? [{ file, isFolder: item.webkitGetAsEntry()?.isDirectory ?? false }] : [];
  });
}
