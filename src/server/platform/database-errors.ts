type Coded = { readonly code?: unknown; readonly message?: unknown; readonly constraint?: unknown };

/** Classes of SQLSTATE, and codes of the network, that say the database is away for now. */
const AWAY = /^(08...|57P0[123]|53...|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|57014)$/;

export function isUnavailable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as Coded;
  if (typeof code === "string" && AWAY.test(code)) return true;
  return (
    typeof message === "string" &&
    /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error/i.test(
      message,
    )
  );
}

/** The name of the constraint a write broke, if it did. */
export function brokenConstraint(error: unknown): string | undefined {
  const { constraint } = (error ?? {}) as Coded;
  return typeof constraint === "string" ? constraint : undefined;
}
