import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Answer } from "#web/api/api.ts";
import { postFile } from "#web/app/post-file.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatDay } from "#web/kit/format.ts";
import { useToasts } from "#web/kit/toast.tsx";
import { RATES } from "#web/settings/exchange-rates.ts";

/** Takes a file of the European Central Bank, and says what came with it. */
export function ImportRates() {
  const { words, locale } = useAllSpoken();
  const { rates: say } = words.settings;
  const client = useQueryClient();
  const toasts = useToasts();
  const { offerUndo } = useUndo();
  const report = useReport();
  const input = useRef<HTMLInputElement>(null);
  const [isPending, setIsPending] = useState(false);
  const take = async (file: File): Promise<void> => {
    setIsPending(true);
    try {
      const { written, until } = await postFile<Answer<"importExchangeRates">>("/exchange-rates/import", file);
      if (written === 0 || until === null) toasts.show({ text: say.same });
      else offerUndo(say.imported({ n: written, day: formatDay(until, locale) }));
      await client.invalidateQueries({ queryKey: RATES });
    } catch (error) {
      report(error, RATES);
    } finally {
      setIsPending(false);
    }
  };
  return (
    <>
      <Button onPress={() => input.current?.click()} isPending={isPending}>
        {say.import}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xml,.csv"
        hidden
        data-testid="rates"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void take(file);
        }}
      />
    </>
  );
}
