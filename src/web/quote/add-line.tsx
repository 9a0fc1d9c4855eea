import { useQuery } from "@tanstack/react-query";
import { BookOpen, CalendarPlus, Plus } from "lucide-react";
import { useState } from "react";
import { catalogueLine } from "#domain/quote/catalogue-lines.ts";
import { dateOfDay, newDay, type QuoteSheet } from "#domain/quote/quote-sheet.ts";
import type { SheetEdit } from "#domain/quote/sheet-edit.ts";
import { ask, type Answer } from "#web/api/api.ts";
import { useMay } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Combobox } from "#web/kit/combobox.tsx";
import { formatDay } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { Kbd } from "#web/kit/kbd.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { Select } from "#web/kit/select.tsx";
import { useToasts } from "#web/kit/toast.tsx";
import { editsOfNewLine } from "#web/quote/move-edits.ts";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import styles from "#web/quote/add-line.module.css";

/** At the foot of the grid: a free line, one of the catalogue, another day. */
export function AddLine({ work }: { work: QuoteWork }) {
  const { words } = useAllSpoken();
  const say = words.quoting.add;
  const { sheet } = work.reckoned;
  const [isFinding, setIsFinding] = useState(false);
  const mayFind = useMay("quotes", "read");
  const last = sheet.days.at(-1)?.id ?? null;
  const addFree = (): void => {
    const id = crypto.randomUUID();
    work.edit((now) => editsOfNewLine(now, { id, name: words.quoting.grid.newLine, dayId: last }));
    work.openLine(id);
  };
  const addDay = (): void =>
    work.edit((now) => [{ kind: "addDay", day: newDay({ id: crypto.randomUUID() }), afterDayId: now.days.at(-1)?.id ?? null }]);
  const addExtra = (part: "supplement" | "option"): void => {
    const id = crypto.randomUUID();
    work.edit((now) => editsOfNewLine(now, { id, name: words.quoting.part[part], part, consumers: ["payers"] }));
    work.openLine(id);
  };
  useShortcut({ keys: "mod+enter", label: say.line, group: words.quoting.title, worksInFields: false }, addFree);
  if (isFinding) return <FromCatalogue work={work} onClose={() => setIsFinding(false)} />;
  return (
    <div className={styles.acts}>
      <Button look="quiet" icon={<Icon of={Plus} />} onPress={addFree}>
        {say.line} <Kbd keys="mod+enter" />
      </Button>
      {mayFind && (
        <Button look="quiet" icon={<Icon of={BookOpen} />} onPress={() => setIsFinding(true)}>
          {say.catalogue}
        </Button>
      )}
      <Button look="quiet" icon={<Icon of={CalendarPlus} />} onPress={addDay}>
        {say.day}
      </Button>
      <Button look="quiet" icon={<Icon of={Plus} />} onPress={() => addExtra("supplement")}>
        {say.supplement}
      </Button>
      <Button look="quiet" icon={<Icon of={Plus} />} onPress={() => addExtra("option")}>
        {say.option}
      </Button>
    </div>
  );
}

type Product = Answer<"listProducts">["data"][number];

/** Into a day, at the price of that day; said when no price period holds it. */
function FromCatalogue({ work, onClose }: { work: QuoteWork; onClose: () => void }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const say = words.quoting.add;
  const toasts = useToasts();
  const { sheet, costing } = work.reckoned;
  const [dayId, setDayId] = useState<string>(sheet.days.at(-1)?.id ?? "");
  const [text, setText] = useState("");
  const found = useQuery({
    queryKey: ["products", "matches", text],
    queryFn: ({ signal }) => ask("listProducts", { query: { limit: 8, ...(text === "" ? {} : { q: text }) } }, { signal }),
    placeholderData: (before) => before,
  });
  const products = found.data?.data ?? [];
  const add = (id: string): void => {
    const product = products.find((one) => one.id === id);
    if (!product) return;
    const { edits, warnings } = editsOfProduct(sheet, product, { dayId: dayId || null, workspaceCurrency: costing.workspaceCurrency });
    work.edit(edits);
    const told = warnings.map((warning) => say.warning[warning]({ name: product.name }));
    if (told.length > 0) toasts.show({ text: told.join(" "), kind: "error" });
  };
  const days = sheet.days.map((day, index) => {
    const date = dateOfDay(sheet, index);
    return {
      id: day.id,
      label: [words.quoting.dayNumber({ n: index + 1 }), date && formatDay(date, locale, "short"), day.title].filter(Boolean).join(" · "),
    };
  });
  return (
    <div className={styles.find} onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <Combobox
        label={say.find}
        autoFocus
        value={null}
        onChange={(product) => product && add(product.id)}
        matches={products.map(({ id, name, supplier }) => ({ id, label: name, ...(supplier ? { detail: supplier.name } : {}) }))}
        onSearch={setText}
        isLoading={found.isFetching}
        placeholder={words.product.addPlaceholder}
      />
      <Select label={say.into} value={dayId} options={[{ id: "", label: words.quoting.row.general }, ...days]} onChange={setDayId} />
      <Button onPress={onClose}>{say.done}</Button>
    </div>
  );
}

type Into = { readonly dayId: string | null; readonly workspaceCurrency: string };

function editsOfProduct(sheet: QuoteSheet, product: Product, { dayId, workspaceCurrency }: Into) {
  const index = sheet.days.findIndex(({ id }) => id === dayId);
  const currencies = new Set([sheet.currency, workspaceCurrency, ...sheet.exchangeRates.map(({ currency }) => currency)]);
  const { line, warnings } = catalogueLine(
    { ...product, cost: product.unitCost, price: product.unitPrice, supplierId: product.supplier?.id ?? null },
    { repetitions: 1, stepId: null },
    { on: dateOfDay(sheet, Math.max(0, index)), currencies },
  );
  const last = sheet.lines.findLast((one) => one.dayId === dayId && one.part === "base")?.id ?? null;
  const edits: SheetEdit[] = [{ kind: "addLine", line: { ...line, id: crypto.randomUUID(), dayId }, afterLineId: last }];
  return { edits, warnings };
}
