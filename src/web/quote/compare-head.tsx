import { useNavigate } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import { dayInZone } from "#domain/shared/zone.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { formatDay } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { StatusPill } from "#web/quote/status-pill.tsx";
import type { QuoteVersion } from "#web/quote/use-quote.ts";
import styles from "#web/quote/compare.module.css";

type VersionHeadProps = {
  readonly version: QuoteVersion;
  readonly other: QuoteVersion;
  readonly numbers: readonly number[];
  readonly side: "from" | "to";
  readonly span: number;
};

/** A version over its columns: its name is a menu of the others. */
export function VersionHead({ version, other, numbers, side, span }: VersionHeadProps) {
  const { words } = useAllSpoken();
  const { locale, timeZone } = useSurroundings();
  const navigate = useNavigate();
  const say = words.quoting;
  const choose = (id: string): void => {
    const chosen = side === "from" ? { from: Number(id), to: other.number } : { from: other.number, to: Number(id) };
    void navigate({ to: ".", replace: true, search: chosen });
  };
  return (
    <th scope="colgroup" colSpan={span} className={classNames(styles.version, side === "to" && styles.newer)}>
      <Menu
        label={say.compare.chooseVersion({ n: version.number })}
        placement="bottom start"
        trigger={
          <Button look="quiet" size="small" className={styles.choose}>
            <b>{say.version({ n: version.number })}</b> <StatusPill version={version} /> <Icon of={ChevronDown} />
          </Button>
        }
        groups={[
          {
            id: "versions",
            items: numbers
              .filter((number) => number !== other.number)
              .map((number) => ({ id: String(number), label: say.version({ n: number }), isChecked: number === version.number })),
          },
        ]}
        onAction={choose}
      />
      <small>{say.compare.made({ day: formatDay(dayInZone(version.updatedAt, timeZone), locale), name: version.updatedBy.name })}</small>
    </th>
  );
}
