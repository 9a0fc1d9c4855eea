import type { Answers, Step, Wrong } from "#web/access/welcome-answers.ts";

export type WelcomeStepProps = { step: Step; answers: Answers; onChange: (answers: Answers) => void; wrong: Wrong; problem: unknown };
