import { CircleAlert } from "lucide-react";
import { readDay, readDecimal } from "#domain/exchange/read-value.ts";
import { useAllWords } from "#web/app/words.ts";
import type { Import, Mapping } from "#web/exchange/use-import.ts";
import { formatDay, formatNumber } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { RadioGroup, type RadioOption } from "#web/kit/radio-group.tsx";
import styles from "#web/exchange/question-panel.module.css";

type Question = Import["questions"][number];
type QuestionPanelProps = { question: Question; correct: (body: Mapping) => void };

/** What can be read in two ways is asked, with the same value of the file read in each. */
export function QuestionPanel({ question, correct }: QuestionPanelProps) {
  const { exchange } = useAllWords();
  const say = exchange.question;
  const { header, code, rows, others } = question;
  const isDate = code === "date.ambiguous";
  const title = isDate ? say.dates({ header }) : say.decimals({ header });
  const options = useAnswers(question);
  const answer = (id: string): void =>
    correct(isDate ? { dateOrders: { [header]: id as "dmy" } } : { decimals: { [header]: id as "comma" } });
  return (
    <section className={styles.panel} aria-label={title}>
      <h2 className={styles.title}>
        <Icon of={CircleAlert} className={styles.icon} />
        {title}
      </h2>
      <p className={styles.why}>
        {rows > 0 && say.twoWays({ n: rows })} {others > 0 && say.others({ n: others })}
      </p>
      <RadioGroup label={title} hidesLabel look="cards" options={options} value={null} onChange={answer} />
    </section>
  );
}

function useAnswers({ code, example }: Question): RadioOption[] {
  const { exchange } = useAllWords();
  const { locale } = useSurroundings();
  const { question: say, choices } = exchange;
  if (code === "date.ambiguous")
    return (["dmy", "mdy"] as const).map((id) => {
      const day = readDay(example, id);
      return { id, label: choices[id], hint: say.becomes({ value: example, read: day === undefined ? "–" : formatDay(day, locale) }) };
    });
  const labels = { comma: say.commaLabel, point: say.pointLabel };
  return (["comma", "point"] as const).map((id) => {
    const figure = readDecimal(example, id);
    return {
      id,
      label: labels[id],
      hint: say.becomes({ value: example, read: figure === undefined ? "–" : formatNumber(figure, locale) }),
    };
  });
}
