import { monitorEventLoopDelay } from "node:perf_hooks";

type Labels = Readonly<Record<string, string>>;
export type Sample = { readonly labels?: Labels; readonly value: number; readonly suffix?: string };
export type Metric = {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly samples: readonly Sample[];
};

/** Upper bounds in seconds. */
const BOUNDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Seen = { readonly labels: Labels; readonly within: number[]; count: number; seconds: number };

/** Requests by method, route and class of status: as many series as there are routes, whatever is asked. */
export class RequestMeter {
  readonly #seen = new Map<string, Seen>();

  count(request: { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number }): void {
    const { method, route, seconds } = request;
    const status = `${Math.floor(request.status / 100)}xx`;
    const name = `${method} ${route} ${status}`;
    let seen = this.#seen.get(name);
    if (!seen) {
      seen = { labels: { method, route, status }, within: BOUNDS.map(() => 0), count: 0, seconds: 0 };
      this.#seen.set(name, seen);
    }
    seen.count += 1;
    seen.seconds += seconds;
    const at = BOUNDS.findIndex((bound) => seconds <= bound);
    if (at >= 0) seen.within[at] = (seen.within[at] ?? 0) + 1;
  }

  metric(): Metric {
    return {
      name: "escale_http_request_duration_seconds",
      help: "Time to answer a request",
      type: "histogram",
      samples: [...this.#seen.values()].flatMap(samplesOf),
    };
  }
}

function samplesOf({ labels, within, count, seconds }: Seen): Sample[] {
  let sum = 0;
  const buckets = BOUNDS.map((bound, at) => {
    sum += within[at] ?? 0;
    return { labels: { ...labels, le: String(bound) }, value: sum, suffix: "_bucket" };
  });
  return [
    ...buckets,
    { labels: { ...labels, le: "+Inf" }, value: count, suffix: "_bucket" },
    { labels, value: seconds, suffix: "_sum" },
    { labels, value: count, suffix: "_count" },
  ];
}

const RESOLUTION_MS = 20;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

export function processMetrics(): Metric[] {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const one = (name: string, help: string, type: "counter" | "gauge", value: number): Metric => ({
    name,
    help,
    type,
    samples: [{ value }],
  });
  return [
    one("process_cpu_seconds_total", "Processor time used", "counter", (user + system) / 1e6),
    one("process_resident_memory_bytes", "Memory of the process", "gauge", rss),
    one("nodejs_heap_used_bytes", "Memory of JavaScript objects", "gauge", heapUsed),
    one("process_start_time_seconds", "Start, as a Unix time", "gauge", Date.now() / 1000 - process.uptime()),
    {
      name: "nodejs_eventloop_delay_seconds",
      help: "How late the event loop was since the start",
      type: "gauge",
      samples: [50, 99, 100].map((percent) => ({
        labels: { quantile: String(percent / 100) },
        value: Math.max(0, delay.percentile(percent) / 1e9 - RESOLUTION_MS / 1000),
      })),
    },
  ];
}

/** The text format that Prometheus reads. */
export function textOf(metrics: readonly Metric[]): string {
  const lines = metrics.flatMap(({ name, help, type, samples }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(({ labels = {}, value, suffix = "" }) => `${name}${suffix}${labelsOf(labels)} ${value}`),
  ]);
  return `${lines.join("\n")}\n`;
}

function labelsOf(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, "\\$&")}"`);
  return pairs.length > 0 ? `{${pairs.join(",")}}` : "";
}
