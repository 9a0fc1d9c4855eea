import { TOLD_AS } from "#domain/custom-field/custom-field.ts";
import { columnTypeOf } from "#domain/exchange/custom-cell.ts";
import { fieldsOf } from "#domain/exchange/fields.ts";
import { useAllWords } from "#web/app/words.ts";
import { fieldLabel, useFieldsOfFile } from "#web/exchange/field-label.ts";
import type { Import, Mapping } from "#web/exchange/use-import.ts";
import { formatNumber } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Select } from "#web/kit/select.tsx";
import styles from "#web/exchange/import-page.module.css";
import look from "#web/kit/table-look.module.css";

type Column = Import["columns"][number];
type Correct = (body: Mapping) => void;

const LEFT_OUT = "-";

export function ColumnsTable({ one, correct }: { one: Import; correct: Correct }) {
  const { exchange } = useAllWords();
  const { columns: say } = exchange;
  return (
    <div className={styles.scroll} role="region" aria-label={say.title} tabIndex={0}>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{say.inFile}</th>
            <th scope="col">{say.inEscale}</th>
            <th scope="col">{say.samples}</th>
            <th scope="col">{say.read}</th>
            <th scope="col" className={look.figures}>
              {say.filled}
            </th>
          </tr>
        </thead>
        <tbody>
          {one.columns.map((column) => (
            <ColumnRow key={column.header} one={one} column={column} correct={correct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnRow({ one, column, correct }: { one: Import; column: Column; correct: Correct }) {
  const { exchange } = useAllWords();
  const { locale } = useSurroundings();
  const { columns: say } = exchange;
  const { header, field } = column;
  const custom = useFieldsOfFile(one.kind);
  const known = [...Object.keys(fieldsOf(one.kind)), ...custom.map(({ key }) => TOLD_AS + key)];
  const fields = known.map((id) => ({ id, label: fieldLabel(id, exchange, custom) }));
  // A field is given by one column: choosing it here takes it from the other.
  const other = (chosen: string): string | undefined => one.columns.find((each) => each.field === chosen && each.header !== header)?.header;
  const choose = (chosen: string): void => {
    if (chosen === LEFT_OUT) return correct({ columns: { [header]: null } });
    const before = other(chosen);
    correct({ columns: { ...(before === undefined ? {} : { [before]: null }), [header]: chosen } });
  };
  return (
    <tr>
      <th scope="row" className={styles.samples} title={header}>
        {header}
      </th>
      <td className={styles.choose}>
        <Select
          label={say.fieldOf({ header })}
          hidesLabel
          size="small"
          options={[{ id: LEFT_OUT, label: say.leftOut }, ...fields]}
          value={field ?? LEFT_OUT}
          onChange={choose}
        />
      </td>
      <td className={styles.samples} title={column.samples.join(" · ")}>
        {column.samples.join(" · ")}
      </td>
      <td>
        <Reading kind={one.kind} column={column} correct={correct} />
      </td>
      <td className={look.figures}>{column.filled === 0 ? "–" : formatNumber(column.filled, locale)}</td>
    </tr>
  );
}

/** How dates and numbers of a column are read; what is clear by itself is only said. */
function Reading({ kind, column, correct }: { kind: Import["kind"]; column: Column; correct: Correct }) {
  const { exchange } = useAllWords();
  const { choices } = exchange;
  const { header, field, dateOrder, decimal } = column;
  const custom = useFieldsOfFile(kind).find(({ key }) => TOLD_AS + key === field);
  const type = custom ? columnTypeOf(custom) : field === null ? undefined : fieldsOf(kind)[field]?.type;
  const label = exchange.columns.readOf({ header });
  if (type === "date" || type === "instant") {
    if (dateOrder === "iso" || dateOrder === "ymd") return choices[dateOrder];
    const options = (["dmy", "mdy"] as const).map((id) => ({ id, label: choices[id] }));
    const onChange = (order: string): void => correct({ dateOrders: { [header]: order as "dmy" } });
    return <Select label={label} hidesLabel size="small" options={options} value={dateOrder} placeholder="–" onChange={onChange} />;
  }
  if (type !== "amount") return null;
  const options = (["comma", "point"] as const).map((id) => ({ id, label: choices[id] }));
  const onChange = (sign: string): void => correct({ decimals: { [header]: sign as "comma" } });
  return <Select label={label} hidesLabel size="small" options={options} value={decimal} placeholder="–" onChange={onChange} />;
}
