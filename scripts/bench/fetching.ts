import { type Agent, get, type IncomingMessage } from "node:http";
import { once } from "node:events";

/** As curl asks, without compression, on a connection of its own or of the agent. */
async function open(url: string, agent: Agent | false = false): Promise<IncomingMessage> {
  const [response] = await once(get(url, { agent }), "response");
  return response;
}

export type Taken = { status: number; bytes: number; ms: number; end: string };

/** Reads it whole, and keeps its last characters only. */
export async function take(url: string, agent: Agent | false = false): Promise<Taken> {
  const startedAt = performance.now();
  const response = await open(url, agent);
  let [bytes, end] = [0, ""];
  for await (const chunk of response) {
    bytes += chunk.length;
    end = (end + String(chunk.subarray(-200))).slice(-200);
  }
  return { status: response.statusCode ?? 0, bytes, ms: performance.now() - startedAt, end };
}
