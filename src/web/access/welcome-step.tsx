import type { WelcomeStepProps } from "#web/access/welcome-step-props.ts";
import { AgencyStep } from "#web/access/agency-step.tsx";
import { FirstPipeline } from "#web/access/first-pipeline.tsx";
import type { Answers } from "#web/access/welcome-answers.ts";
import { ApiProblem } from "#web/api/api.ts";
import { PasswordField } from "#web/app/password-field.tsx";
import { useAllWords } from "#web/app/words.ts";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import styles from "#web/access/welcome-page.module.css";

export function WelcomeStep(props: WelcomeStepProps) {
  const { step, answers, onChange } = props;
  const { welcome } = useAllWords().access;
  switch (step) {
    case "agency":
      return <AgencyStep {...props} />;
    case "account":
      return <AccountStep {...props} />;
    case "data":
      return (
        <RadioGroup
          label={welcome.start}
          look="cards"
          value={answers.start}
          onChange={(start) => onChange({ ...answers, start: start === "demo" ? "demo" : "empty" })}
          options={[
            { id: "empty", label: welcome.empty, hint: welcome.emptyHint },
            { id: "demo", label: welcome.demo, hint: welcome.demoHint },
          ]}
        />
      );
    case "departure":
      return <DepartureStep answers={answers} />;
  }
}

function AccountStep({ answers, onChange, wrong, problem }: WelcomeStepProps) {
  const { access } = useAllWords();
  const { administrator } = answers;
  const set = (change: Partial<Answers["administrator"]>) => onChange({ ...answers, administrator: { ...administrator, ...change } });
  const errorOf = (field: "name" | "email" | "password") =>
    wrong[`administrator/${field}`] ??
    (problem instanceof ApiProblem ? (problem.fieldError(`administrator/${field}`) ?? problem.fieldError(field)) : undefined);
  return (
    <>
      <p className={styles.text}>{access.welcome.accountText}</p>
      <TextField
        label={access.welcome.yourName}
        autoComplete="name"
        value={administrator.name}
        onChange={(name) => set({ name })}
        error={errorOf("name")}
        autoFocus
      />
      <TextField
        label={access.email}
        type="email"
        autoComplete="username"
        value={administrator.email}
        onChange={(email) => set({ email })}
        error={errorOf("email")}
      />
      <PasswordField
        label={access.password}
        hint={access.passwordRule}
        kind="new"
        value={administrator.password}
        onChange={(password) => set({ password })}
        error={errorOf("password")}
      />
    </>
  );
}

/** What the last button will do, and the pipeline that waits. */
function DepartureStep({ answers: { agency, administrator, start } }: { answers: Answers }) {
  const { welcome } = useAllWords().access;
  return (
    <>
      <div>
        <h2 className={styles.heading}>{welcome.summary}</h2>
        <FactsList>
          <Fact label={welcome.agency}>
            {agency.name} · {agency.currency} · {agency.timezone.replaceAll("_", " ")}
          </Fact>
          <Fact label={welcome.account}>
            {administrator.name} · {administrator.email}
          </Fact>
          <Fact label={welcome.data}>{start === "demo" ? welcome.demo : welcome.empty}</Fact>
        </FactsList>
      </div>
      <FirstPipeline />
    </>
  );
}
