import { parseArgs } from "node:util";
import { defaultSeed } from "./account/account";

export type CliOptions = {
  host: string;
  port: number;
  regions: number;
  connections: number;
  latencyMs: number;
  seed: number;
  drift: boolean;
};

export const help = `A simulator of Alibaba Cloud's VPC API (2016-04-28): the calls that list
IPsec-VPN connections, with signatures checked and a made-up account to look at.

Usage: npm run simulator -- [flags]

  --host HOST           address to listen on (127.0.0.1)
  --port PORT           port to listen on, 0 for any free one (4010)
  --regions N           number of regions (12)
  --connections TOTAL   connections in all regions together (300)
  --latency-ms MS       wait before each answer (0)
  --seed N              another seed, another account (${defaultSeed})
  --no-drift            tunnels stay as they are
  --help                this text

The AccessKey is taken from SIMULATOR_ACCESS_KEY_ID and
SIMULATOR_ACCESS_KEY_SECRET, or made up at each start and printed.

Faults, while it runs:
  curl http://127.0.0.1:4010/_simulator/faults
  curl http://127.0.0.1:4010/_simulator/faults -d '{"kind":"throttle","times":3}'
  curl http://127.0.0.1:4010/_simulator/faults -d \\
    '{"kind":"error","code":"Forbidden.RAM","regionId":"cn-shanghai"}'
  curl -X DELETE http://127.0.0.1:4010/_simulator/faults

Each may be limited by "action", "regionId", "times" and "after" (how many requests pass
before it strikes). The kinds and their own keys:
  latency (ms)           answers after a wait
  error (code, status, message, headers, retryAfterMs)
  throttle (code, retryAfterMs)
  reset, half-body, hang a connection that breaks before, within or instead of the answer
  body (body, status, contentType)
  xml, wrong-types       the true answer in another shape
  status (status)        the true answer under another HTTP status
  drip (ms, bytes)       the true answer, so many bytes every so many ms
  big-body (bytes, contentLength)
                         the true answer with junk in front; contentLength: true says how long
  total (value)          the true page with another TotalCount; null leaves it out
  clock-skew (ms)        time stamps judged by a clock that is off
`;

/** A flag that is not one, or whose value is none. */
export class UsageError extends Error {}

function wholeNumber(flag: string, text: string, minimum: number, maximum: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : -1;
  if (value >= minimum && value <= maximum) return value;
  throw new UsageError(`--${flag} must be a whole number from ${minimum} to ${maximum}.`);
}

const flags = {
  help: { type: "boolean", default: false },
  host: { type: "string", default: "127.0.0.1" },
  port: { type: "string", default: "4010" },
  regions: { type: "string", default: "12" },
  connections: { type: "string", default: "300" },
  "latency-ms": { type: "string", default: "0" },
  seed: { type: "string", default: String(defaultSeed) },
  "no-drift": { type: "boolean", default: false },
} as const;

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: flags }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

export function readCliOptions(args: string[], mostRegions: number): CliOptions | "help" {
  const values = parse(args);
  if (values.help) return "help";
  if (values.host === "") throw new UsageError("--host must not be empty.");
  return {
    host: values.host,
    port: wholeNumber("port", values.port, 0, 65_535),
    regions: wholeNumber("regions", values.regions, 1, mostRegions),
    connections: wholeNumber("connections", values.connections, 0, 200_000),
    latencyMs: wholeNumber("latency-ms", values["latency-ms"], 0, 600_000),
    seed: wholeNumber("seed", values.seed, 0, 2 ** 31 - 1),
    drift: !values["no-drift"],
  };
}
