import { useState } from "react";
import { useReport } from "#web/app/use-report.ts";
import { useWords } from "#web/app/words.ts";
import { downloadFile } from "#web/app/download-file.ts";
import { useToasts } from "#web/kit/toast.tsx";

/** Downloads a file and says so, or says why not. */
export function useDownload() {
  const { common } = useWords();
  const toasts = useToasts();
  const report = useReport();
  const [isDownloading, setIsDownloading] = useState(false);
  const download = async (address: string): Promise<void> => {
    setIsDownloading(true);
    try {
      toasts.show({ text: common.exported({ file: await downloadFile(address) }) });
    } catch (error) {
      report(error, ["exports"]);
    } finally {
      setIsDownloading(false);
    }
  };
  return { download, isDownloading };
}
