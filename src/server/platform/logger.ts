type Failure = {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly stack?: unknown;
};

/** One JSON line an event. What is logged is chosen here: PostgreSQL's errors carry the values of rows, requests carry secrets. */
export function loggerOf(level: string): object {
  return {
    level,
    base: { pid: process.pid },
    redact: { paths: ["*.password", "*.token", "*.authorization", "*.cookie", "*.secret"], censor: "…" },
    serializers: {
      err: ({ name, message, code, constraint, stack }: Failure) => ({ name, message, code, constraint, stack }),
    },
  };
}
