import { Table2 } from "lucide-react";
import { useMay } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { useCreateQuote } from "#web/quote/use-create-quote.ts";
import styles from "#web/quote/quotes-panel.module.css";

/** Under the products: a quote that takes them over, and opens. */
export function QuoteFromProducts({ opportunityId }: { opportunityId: string }) {
  const { panel } = useAllSpoken().words.quoting;
  const create = useCreateQuote();
  if (!useMay("quotes", "write")) return null;
  return (
    <p className={styles.from}>
      <Button icon={<Icon of={Table2} />} onPress={() => void create({ from: { opportunityId } })}>
        {panel.fromProducts}
      </Button>
      <span>{panel.independent}</span>
    </p>
  );
}
