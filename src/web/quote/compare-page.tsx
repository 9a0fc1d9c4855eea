import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Printer, RotateCcw } from "lucide-react";
import { useMemo, useState, type ReactNode } from "react";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { ModuleRight } from "#web/app/module-right.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { Link } from "#web/kit/link.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Page } from "#web/kit/page.tsx";
import { Segmented } from "#web/kit/segmented.tsx";
import { bandText } from "#web/quote/band-text.ts";
import { chosenBase } from "#web/quote/chosen-base.ts";
import { CompareSide } from "#web/quote/compare-side.tsx";
import { CompareTable } from "#web/quote/compare-table.tsx";
import { comparedOf, type Compared } from "#web/quote/compared.ts";
import { useQuote, useQuoteVersion, useQuoteVersions, type QuoteVersion } from "#web/quote/use-quote.ts";
import { useQuoteActs } from "#web/quote/use-quote-acts.tsx";
import styles from "#web/quote/compare.module.css";

/** Any two versions, the older at the left. */
export function ComparePage() {
  const { title, noRight } = useAllSpoken().words.quoting;
  return (
    <ModuleRight module="quotes" title={title} what={noRight}>
      <Shown />
    </ModuleRight>
  );
}

function Shown() {
  const { words } = useAllSpoken();
  const say = words.quoting;
  const { id = "" } = useParams({ strict: false }) as { readonly id?: string };
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const quote = useQuote(id);
  const versions = useQuoteVersions(id).data?.data ?? [];
  const numbers = versions.map(({ number }) => number).toSorted((a, b) => a - b);
  const to = wholeOf(search["to"]) ?? numbers.at(-1);
  const from =
    wholeOf(search["from"]) ??
    numbers.filter((number) => to !== undefined && number < to).at(-1) ??
    numbers.find((number) => number !== to);
  const before = useQuoteVersion(id, from);
  const after = useQuoteVersion(id, to);
  useDocumentTitle(quote.data && `${quote.data.number} ${say.compare.title}`);
  return (
    <Page title={say.compare.title} back={{ href: `/quotes/${id}`, label: words.common.back }}>
      <div className={styles.page}>
        <Loaded query={before} label={say.loadingOne} frame={<Block height={480} />}>
          {(older) => (
            <Loaded query={after} label={say.loadingOne} frame={<Block height={480} />}>
              {(newer) => <Both key={`${older.number} ${newer.number}`} before={older} after={newer} numbers={numbers} />}
            </Loaded>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

function wholeOf(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 1 ? number : undefined;
}

type BothProps = { readonly before: QuoteVersion; readonly after: QuoteVersion; readonly numbers: readonly number[] };

function Both({ before, after, numbers }: BothProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.compare;
  const bases = [...new Set([...before.sheet.bases, ...after.sheet.bases])].toSorted((a, b) => a - b);
  const [base, setBase] = useState(chosenBase(after.sheet) ?? bases[0] ?? 0);
  const [isOnly, setIsOnly] = useState(false);
  const compared = useMemo(() => comparedOf(before, after, base), [before, after, base]);
  useDifferenceKeys(() => setIsOnly((only) => !only));
  return (
    <>
      <CompareBar {...{ before, after, compared }}>
        <Segmented
          label={say.base}
          value={String(base)}
          options={bases.map((one) => ({ id: String(one), label: bandText(bases, one) }))}
          onChange={(id) => setBase(Number(id))}
        />
        <Checkbox label={say.only} isSelected={isOnly} onChange={setIsOnly} />
        <span className={styles.count}>{say.changedOf({ n: compared.changed, of: compared.lines })}</span>
      </CompareBar>
      <div className={styles.columns}>
        <CompareTable {...{ before, after, compared, isOnly, numbers }} />
        <CompareSide before={before} after={after} compared={compared} bases={bases} />
      </div>
    </>
  );
}

type BarProps = { readonly before: QuoteVersion; readonly after: QuoteVersion; readonly compared: Compared; readonly children: ReactNode };

function CompareBar({ before, after, children }: BarProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.compare;
  const navigate = useNavigate();
  const acts = useQuoteActs();
  const { quote } = after;
  return (
    <div className={styles.bar}>
      <span className={styles.trail}>
        <Link look="quiet" href={`/quotes/${quote.id}?version=${after.number}`}>
          {quote.number}
        </Link>{" "}
        / {say.trail}
      </span>
      <span className={styles.label}>{say.base}</span>
      {children}
      <span className={styles.acts}>
        <Button look="quiet" icon={<Icon of={Printer} />} onPress={() => window.print()}>
          {say.print}
        </Button>
        {before.can.newVersion ? (
          <Button icon={<Icon of={RotateCcw} />} onPress={() => void acts.newVersion(before)}>
            {say.restart({ n: before.number })}
          </Button>
        ) : (
          <Button onPress={() => void navigate({ to: "/quotes/$id", params: { id: quote.id }, search: { version: after.number } })}>
            {words.common.back}
          </Button>
        )}
      </span>
    </div>
  );
}

/** D: only the differences; J and K walk them. */
function useDifferenceKeys(toggle: () => void): void {
  const { words } = useAllSpoken();
  const group = words.quoting.compare.title;
  const walk = (by: 1 | -1): void => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-different]")];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[at < 0 ? 0 : at + by]?.focus();
  };
  useShortcut({ keys: "d", label: words.quoting.compare.only, group }, toggle);
  useShortcut({ keys: "j", label: words.common.nextRow, group }, () => walk(1));
  useShortcut({ keys: "k", label: words.common.previousRow, group }, () => walk(-1));
}
