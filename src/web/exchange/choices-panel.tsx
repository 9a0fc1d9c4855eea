import { ENCODINGS, SEPARATORS } from "#domain/exchange/file-format.ts";
import { useAllWords } from "#web/app/words.ts";
import type { Import, Mapping } from "#web/exchange/use-import.ts";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Select } from "#web/kit/select.tsx";
import type { Words } from "#words/en.ts";

type Choices = Words["exchange"]["choices"];

/** How the file is understood. With `correct` it can be said otherwise. */
export function ChoicesPanel({ one, correct }: { one: Import; correct?: (body: Mapping) => void }) {
  const { exchange } = useAllWords();
  const { choices: say } = exchange;
  const separators = SEPARATORS.map((id) => ({ id, label: separatorName(id, say) }));
  const encodings = [...new Set<string>([one.encoding, ...ENCODINGS])].map((id) => ({ id, label: id }));
  const { dates, decimals } = readings(one, say);
  const update = { clients: say.updateByName, contacts: say.updateByMail, opportunities: say.updateBy }[one.kind];
  return (
    <Panel title={say.title}>
      <FactsList>
        <Fact label={say.separator}>
          {correct ? (
            <Select
              label={say.separator}
              hidesLabel
              size="small"
              options={separators}
              value={one.separator}
              onChange={(separator) => correct({ separator: separator as ";" })}
            />
          ) : (
            separatorName(one.separator, say)
          )}
        </Fact>
        <Fact label={say.encoding}>
          {correct ? (
            <Select
              label={say.encoding}
              hidesLabel
              size="small"
              options={encodings}
              value={one.encoding}
              onChange={(encoding) => encoding !== one.encoding && correct({ encoding: encoding as "UTF-8" })}
            />
          ) : (
            one.encoding
          )}
        </Fact>
        {decimals !== "" && <Fact label={say.decimal}>{decimals}</Fact>}
        {dates !== "" && <Fact label={say.dates}>{dates}</Fact>}
        <Fact label={say.update}>{update}</Fact>
        <Fact label={say.empty}>{say.emptyText}</Fact>
      </FactsList>
    </Panel>
  );
}

function separatorName(separator: string, say: Choices): string {
  const names: Readonly<Record<string, string>> = { ",": say.comma, ";": say.semicolon, "\t": say.tab, "|": say.pipe };
  return names[separator] ?? separator;
}

function readings({ columns }: Import, say: Choices): { dates: string; decimals: string } {
  const taken = columns.filter(({ field }) => field !== null);
  const orders = new Set(taken.flatMap(({ dateOrder }) => (dateOrder === null ? [] : [say[dateOrder]])));
  const signs = new Set(taken.flatMap(({ decimal }) => (decimal === null ? [] : [say[decimal]])));
  return { dates: [...orders].join("; "), decimals: [...signs].join(", ") };
}
