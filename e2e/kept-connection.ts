import { Agent, get, type IncomingMessage } from "node:http";

export type Answer = { status: number | undefined; body: string; isLast: boolean };

/** One connection that is kept open and used again, as a browser or a proxy does. */
export function keptConnection() {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** The whole answer; fails if the connection breaks off before its end. */
  async function ask(url: string): Promise<Answer> {
    const sending = get(url, { agent });
    const response: IncomingMessage = await new Promise((resolve, reject) => {
      sending.on("response", resolve).on("error", reject);
    });
    const chunks: string[] = [];
    for await (const chunk of response) chunks.push(String(chunk));
    const isLast = response.headers.connection === "close";
    return { status: response.statusCode, body: chunks.join(""), isLast };
  }
  return { ask, close: () => agent.destroy() };
}

/**
 * Asks again and again, over a new connection where the server has closed the last one, until none is
 * to be had. A connection that was had and then broke off fails.
 */
export async function askUntilRefused(url: string): Promise<Answer[]> {
  const { ask } = keptConnection();
  const answers: Answer[] = [];
  try {
    for (;;) answers.push(await ask(url));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ECONNREFUSED") return answers;
    throw error;
  }
}
