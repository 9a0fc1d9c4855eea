import { usePeople } from "#web/app/me.ts";
import { useAllWords } from "#web/app/words.ts";
import { useStageOptions } from "#web/exchange/use-stage-options.ts";
import type { Import, Mapping } from "#web/exchange/use-import.ts";
import { formatNumber } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import type { Option } from "#web/kit/option.ts";
import { Panel } from "#web/kit/panel.tsx";
import { Select } from "#web/kit/select.tsx";
import styles from "#web/exchange/import-page.module.css";
import look from "#web/kit/table-look.module.css";

type Values = Import["stageValues"];
type PanelProps = { one: Import; correct: (body: Mapping) => void };
const SHOWN = 20;

/** Every value of the stage column, mapped once for all its lines. */
export function StagesPanel({ one, correct }: PanelProps) {
  const { exchange } = useAllWords();
  const options = useStageOptions();
  return (
    <ValuesPanel
      title={exchange.values.stages}
      values={one.stageValues}
      options={options}
      labelOf={(value) => exchange.values.stageOf({ value })}
      onChange={(value, to) => correct({ stages: { [value]: to } })}
    />
  );
}

/** Every value of the owner column; nobody of that name is the importing user. */
export function OwnersPanel({ one, correct }: PanelProps) {
  const { exchange } = useAllWords();
  const people = usePeople().data?.data ?? [];
  return (
    <ValuesPanel
      title={exchange.values.owners}
      values={one.ownerValues}
      options={people.map(({ id, name }) => ({ id, label: name }))}
      placeholder={exchange.values.nobody}
      labelOf={(value) => exchange.values.ownerOf({ value })}
      onChange={(value, to) => correct({ owners: { [value]: to } })}
    />
  );
}

type ValuesPanelProps = {
  title: string;
  values: Values;
  options: readonly Option[];
  placeholder?: string;
  labelOf: (value: string) => string;
  onChange: (value: string, to: string) => void;
};

function ValuesPanel({ title, values, options, placeholder, labelOf, onChange }: ValuesPanelProps) {
  const { exchange } = useAllWords();
  const { locale } = useSurroundings();
  const say = exchange.values;
  return (
    <Panel title={title} count={values.length} isFlush>
      <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
        <table className={look.table}>
          <thead>
            <tr>
              <th scope="col">{say.value}</th>
              <th scope="col">{say.becomes}</th>
              <th scope="col" className={look.figures}>
                {say.rows}
              </th>
            </tr>
          </thead>
          <tbody>
            {values.slice(0, SHOWN).map(({ value, rows, to }) => (
              <tr key={value}>
                <th scope="row" className={styles.value} title={value}>
                  {value}
                </th>
                <td>
                  <Select
                    label={labelOf(value)}
                    hidesLabel
                    size="small"
                    options={options}
                    value={to}
                    placeholder={placeholder ?? say.choose}
                    onChange={(id) => onChange(value, id)}
                  />
                </td>
                <td className={look.figures}>{formatNumber(rows, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {values.length > SHOWN && <p className={styles.more}>{say.more({ n: values.length - SHOWN })}</p>}
    </Panel>
  );
}
