import { useQuery } from "@tanstack/react-query";
import { ask, type Answer } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { IMPORTS } from "#web/exchange/use-import.ts";
import { formatInstant, formatNumber } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Pill, type PillProps } from "#web/kit/pill.tsx";
import styles from "#web/exchange/past-imports.module.css";
import look from "#web/kit/table-look.module.css";

type Past = Answer<"listImports">["data"][number];

const KINDS: Readonly<Record<string, NonNullable<PillProps["kind"]>>> = {
  draft: "accent",
  running: "accent",
  done: "success",
  failed: "danger",
};

export function PastImports() {
  const { words } = useAllSpoken();
  const { exchange } = words;
  const past = useQuery({ queryKey: IMPORTS, queryFn: () => ask("listImports", {}), refetchOnMount: "always" });
  return (
    <Loaded query={past} label={exchange.loading}>
      {({ data }) => (
        <Panel title={exchange.past} count={data.length} isFlush>
          {data.length === 0 ? <p className={styles.nothing}>{exchange.noPast}</p> : <PastTable imports={data} />}
        </Panel>
      )}
    </Loaded>
  );
}

function PastTable({ imports }: { imports: readonly Past[] }) {
  const { words } = useAllSpoken();
  const { exchange } = words;
  return (
    <div className={styles.scroll} role="region" aria-label={exchange.past} tabIndex={0}>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{exchange.file}</th>
            <th scope="col">{exchange.holds}</th>
            <th scope="col">{exchange.day}</th>
            <th scope="col">{exchange.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <PastRow key={one.id} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PastRow({ one }: { one: Past }) {
  const { words } = useAllSpoken();
  const { exchange } = words;
  const { locale, timeZone } = useSurroundings();
  const count = (figure: number): string => formatNumber(figure, locale);
  return (
    <tr>
      <th scope="row" className={styles.file} title={one.fileName}>
        <Link href={`/imports/${one.id}`} look="name">
          {one.fileName}
        </Link>
      </th>
      <td>{exchange.kind[one.kind]}</td>
      <td>{formatInstant(one.createdAt, locale, timeZone)}</td>
      <td>
        <Pill kind={KINDS[one.state] ?? "neutral"}>{exchange.state[one.state]}</Pill>{" "}
        {one.state === "done" && exchange.summary({ created: count(one.created), updated: count(one.updated), failed: count(one.failed) })}
      </td>
    </tr>
  );
}
