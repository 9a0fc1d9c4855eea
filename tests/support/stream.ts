import { get, type IncomingMessage } from "node:http";
import type { Installation, Loose } from "#tests/support/agency.ts";

export type Stream = { readonly events: () => readonly Loose[]; readonly isOver: () => boolean; readonly close: () => void };

/** The live events as a browser hears them. Resolves when the stream is open. */
export function openStream(installation: Installation, headers: Record<string, string>): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const request = get(`${installation.application.address}/api/v1/events`, { headers, agent: false }, (answer: IncomingMessage) => {
      let text = "";
      let over = false;
      const stream: Stream = {
        events: () => [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? "null")),
        isOver: () => over,
        close: () => request.destroy(),
      };
      if (answer.statusCode !== 200) reject(new Error(`the stream was refused: ${answer.statusCode}`));
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => {
        const first = text === "";
        text += chunk;
        if (first) resolve(stream);
      });
      answer.on("close", () => {
        over = true;
      });
      answer.on("error", () => undefined);
    });
    request.on("error", () => undefined);
  });
}
