import type { FastifyInstance } from "fastify";

type Where = { readonly host: string; readonly port: number; readonly isPortChosen: boolean };

/** Listens; when nobody chose the port and it is taken, the next free one is used. */
export async function listenOn(app: FastifyInstance, { host, port, isPortChosen }: Where): Promise<string> {
  for (let candidate = port; ; candidate += 1) {
    try {
      await app.listen({ host, port: candidate });
      const bound = app.server.address();
      const actual = typeof bound === "object" && bound ? bound.port : candidate;
      return `http://${host.includes(":") ? `[${host}]` : host}:${actual}`;
    } catch (error) {
      if (isPortChosen || (error as NodeJS.ErrnoException).code !== "EADDRINUSE" || candidate > port + 100) throw error;
    }
  }
}
