import { Download } from "lucide-react";
import { addressOf } from "#web/api/api.ts";
import { useMe } from "#web/app/me.ts";
import { useWords } from "#web/app/words.ts";
import { useDownload } from "#web/app/use-download.ts";

import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";

type ExportButtonProps = {
  list: "clients" | "contacts" | "opportunities" | "products";
  /** Filters of the list, by the API's names: the file holds what the list shows. */
  filters?: Readonly<Record<string, unknown>>;
  /** Instead of "Export". */
  children?: string;
  look?: "quiet" | "secondary";
};

/** The list as a CSV file; absent without the right to export. */
export function ExportButton({ list, filters, children, look = "quiet" }: ExportButtonProps) {
  const { common } = useWords();
  const { rights } = useMe();
  const { download, isDownloading } = useDownload();
  if (!rights.export || (list !== "products" && rights[list] === "none")) return null;
  return (
    <Button
      look={look}
      size="small"
      icon={<Icon of={Download} />}
      isPending={isDownloading}
      onPress={() => void download(addressOf(`/exports/${list}`, undefined, filters))}
    >
      {children ?? common.export}
    </Button>
  );
}
