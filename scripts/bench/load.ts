import { Agent, get } from "node:http";
import autocannon from "autocannon";

export type Load = { perSecond: number; p50: number; p99: number };

const CONNECTIONS = 10;

/** As many requests as come through over a few connections. Any failed one fails the benchmark. */
export async function load(url: string, seconds: number): Promise<Load> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${url} failed under load.`);
  const { p50, p99 } = result.latency;
  return { perSecond: result["2xx"] / result.duration, p50, p99 };
}

/** One request after another over one connection: what each takes when nobody else asks, in ms. */
export async function oneByOne(url: string, times: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const samples: number[] = [];
  for (let turn = 0; turn < times; turn += 1) samples.push(await timed(url, agent));
  agent.destroy();
  return samples;
}

function timed(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    get(url, { agent }, (response) => {
      response.resume();
      response.once("end", () => resolve(performance.now() - startedAt));
      response.once("error", reject);
    }).once("error", reject);
  });
}
