import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiError } from "./api-error";
import { FaultInputError, parseFault } from "./fault-input";
import type { Faults } from "./faults";
import { readBody } from "./parameters";

export const controlPath = "/_simulator/faults";

function reply(response: ServerResponse, status: number, body: unknown): void {
  const text = `${JSON.stringify(body, undefined, 2)}\n`;
  response.writeHead(status, { "content-type": "application/json;charset=utf-8" }).end(text);
}

async function add(request: IncomingMessage, faults: Faults): Promise<void> {
  let input: unknown;
  try {
    input = JSON.parse(await readBody(request));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FaultInputError("The body must be JSON.");
  }
  faults.add(parseFault(input));
}

/** GET lists the faults, POST adds one, DELETE removes all; each answers with what is left. */
export async function control(
  request: IncomingMessage,
  response: ServerResponse,
  faults: Faults,
): Promise<void> {
  const method = request.method ?? "";
  if (!["GET", "POST", "DELETE"].includes(method)) {
    response.setHeader("allow", "GET, POST, DELETE");
    reply(response, 405, { error: "Use GET, POST or DELETE." });
    return;
  }
  try {
    if (method === "POST") await add(request, faults);
    if (method === "DELETE") faults.clear();
    reply(response, method === "POST" ? 201 : 200, { faults: faults.list() });
  } catch (error) {
    if (error instanceof FaultInputError) reply(response, 400, { error: error.message });
    else if (error instanceof ApiError) reply(response, error.status, { error: error.message });
    else throw error;
  }
}
