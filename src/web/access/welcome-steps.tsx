import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useEnter } from "#web/access/use-enter.ts";
import { firstAnswers, STEPS, stepOfPointer, wrongIn, type Answers, type Step } from "#web/access/welcome-answers.ts";
import { WelcomeStep } from "#web/access/welcome-step.tsx";
import { ApiProblem, ask } from "#web/api/api.ts";
import { Form } from "#web/app/form.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { RouteLine, type RouteStop } from "#web/kit/route-line.tsx";
import type { Words } from "#words/en.ts";
import styles from "#web/access/welcome-page.module.css";

/** What the server may refuse and a field of a step says. */
const ASKED = ["name", "country", "currency", "timezone", "logo"]
  .map((field) => `agency/${field}`)
  .concat(["administrator/name", "administrator/email", "administrator/password", "name", "email", "password"]);

export function WelcomeSteps({ token, children }: { token: string; children: ReactNode }) {
  const { locale, words } = useAllSpoken();
  const { welcome } = words.access;
  const router = useRouter();
  const enter = useEnter();
  const [step, setStep] = useState<Step>("agency");
  const [answers, setAnswers] = useState(() => firstAnswers(locale));
  const [isChecked, setIsChecked] = useState(false);
  const create = useMutation({
    mutationFn: () => ask("createAgency", { params: { token }, body: answers }),
    onSuccess: ({ me }) => {
      enter(me);
      router.history.replace("/opportunities");
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status < 500 && error.status > 0) goTo(stepOfPointer(error.body.errors?.[0]?.pointer));
    },
  });
  function goTo(next: Step) {
    setIsChecked(false);
    setStep(next);
  }
  function goBackTo(id: string) {
    const earlier = STEPS.find((one) => one === id);
    if (earlier) goTo(earlier);
  }
  function change(next: Answers) {
    setAnswers(next);
    if (create.error) create.reset();
  }
  function goOn() {
    setIsChecked(true);
    if (Object.keys(wrongIn(step, answers, words)).length > 0) return;
    const next = STEPS[STEPS.indexOf(step) + 1];
    if (next) goTo(next);
    else create.mutate();
  }
  const back = STEPS[STEPS.indexOf(step) - 1];
  return (
    <div className={styles.columns}>
      <div className={styles.intro}>
        <h1 className={styles.title}>{welcome.title}</h1>
        <p className={styles.text}>{welcome.text}</p>
        <div className={styles.steps}>
          <RouteLine label={welcome.steps} look="vertical" stops={stopsOf(step, words)} onSelect={goBackTo} />
        </div>
        <div className={styles.narrow}>
          <RouteLine label={welcome.steps} look="compact" stops={stopsOf(step, words)} onSelect={goBackTo} />
          <p>{welcome[step]}</p>
        </div>
      </div>
      <div className={styles.card}>
        <Form
          key={step}
          onSubmit={goOn}
          failure={create.error}
          fields={ASKED}
          actions={
            <>
              <Button look="primary" type="submit" isPending={create.isPending} autoFocus={step === "data" || step === "departure"}>
                {step === "departure" ? welcome.finish : welcome.continue}
              </Button>
              {back && (
                <Button look="quiet" onPress={() => goTo(back)}>
                  {welcome.back}
                </Button>
              )}
            </>
          }
        >
          <WelcomeStep
            step={step}
            answers={answers}
            onChange={change}
            wrong={isChecked ? wrongIn(step, answers, words) : {}}
            problem={create.error}
          />
        </Form>
      </div>
      <div className={styles.aside}>{children}</div>
    </div>
  );
}

function stopsOf(current: Step, { access: { welcome } }: Words): RouteStop[] {
  const at = STEPS.indexOf(current);
  return STEPS.map((id, index) => ({
    id,
    label: welcome[id],
    note: welcome[`${id}Note`],
    state: index < at ? "done" : index === at ? "current" : "next",
    isLocked: index >= at,
  }));
}
