import http from "node:http";

export type Question = { readonly method: "GET" | "POST"; readonly path: string; readonly body?: unknown };

/** Asked one after the other, questions share one connection; asked together, they open up to sixteen. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

/** Asks over kept connections and reads the whole answer; anything but a success ends the run. */
export function ask(address: string, { method, path, body }: Question, key?: string): Promise<string> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request(
      address + path,
      {
        method,
        agent,
        headers: {
          ...(key ? { authorization: `Bearer ${key}` } : {}),
          ...(text ? { "content-type": "application/json", "content-length": Buffer.byteLength(text) } : {}),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const answer = Buffer.concat(chunks).toString();
          if ((response.statusCode ?? 500) < 300) resolve(answer);
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${answer.slice(0, 300)}`));
        });
      },
    );
    request.on("error", reject);
    request.end(text);
  });
}
