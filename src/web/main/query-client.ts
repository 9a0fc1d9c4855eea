import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "#web/api/api.ts";

const TRIES = 2;

/** A refusal is an answer: only silence and failures of the server are asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (tries, error) => tries < TRIES && isWorthRetrying(error), networkMode: "always" },
      mutations: { networkMode: "always" },
    },
  });
}

function isWorthRetrying(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status === 503);
}
