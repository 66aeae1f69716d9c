import { Agent, get } from "node:http";

/** How an address bore a number of connections. */
export type Load = {
  connections: number;
  requests: number;
  perSecond: number;
  p50: number;
  p95: number;
  bytes: number;
};

/** Asks one address again and again over kept-alive connections, for so many seconds and not more than so many times. */
export async function loadOf(url: string, options: LoadOptions): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  try {
    return await loadBy(() => answerSize(url, agent), options);
  } finally {
    agent.destroy();
  }
}

/** How something that tells the size of its answer bears being done by so many at once, each again and again. */
export async function loadBy(ask: () => Promise<number>, options: LoadOptions): Promise<Load> {
  const { connections, seconds, most = 50_000 } = options;
  const taken: number[] = [];
  let bytes = 0;
  const began = performance.now();
  const goOn = async () => {
    while (performance.now() - began < seconds * 1000 && taken.length < most) {
      const asked = performance.now();
      bytes = await ask();
      taken.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: connections }, goOn));
  const elapsed = (performance.now() - began) / 1000;
  taken.sort((a, b) => a - b);
  return {
    connections,
    requests: taken.length,
    perSecond: round(taken.length / elapsed),
    p50: round(quantile(taken, 0.5)),
    p95: round(quantile(taken, 0.95)),
    bytes,
  };
}

type LoadOptions = { connections: number; seconds: number; most?: number };

/** Reads one answer to its end; anything but 200 ends the measurement. */
function answerSize(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { "accept-encoding": "gzip" } }, (response) => {
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
      });
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve(size);
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    });
    request.setTimeout(30_000, () => request.destroy(new Error(`${url} did not answer`)));
    request.on("error", reject);
  });
}

const quantile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const round = (value: number) => Math.round(value * 100) / 100;
