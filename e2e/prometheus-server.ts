import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { end, freePort } from "@/e2e/app-server";

type Series = { metric: Record<string, string>; value: [time: number, text: string] };

export type PrometheusServer = {
  /** What an expression comes to now. Throws what Prometheus says of a wrong one. */
  query: (expression: string) => Promise<Series[]>;
  /** `data` of another part of its HTTP API. */
  get: <Data>(path: string) => Promise<Data>;
  close: () => Promise<void>;
};

type Options = { command: string; target: string; token: string; rules: string };

/** A real Prometheus on loopback that scrapes the target every second. */
export async function startPrometheus(options: Options): Promise<PrometheusServer> {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-prometheus-"));
  writeFileSync(join(folder, "token"), `${options.token}\n`);
  writeFileSync(join(folder, "prometheus.yml"), configurationOf(options));
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(
    options.command,
    [
      `--config.file=${join(folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      `--web.listen-address=${address}`,
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const said: string[] = [];
  child.stderr.on("data", (chunk) => said.push(String(chunk)));
  // A test that fails does not come to its end, and its worker goes.
  const endIt = () => child.kill("SIGKILL");
  process.once("exit", endIt);
  const url = `http://${address}`;
  while (!(await fetch(`${url}/-/ready`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`Prometheus ended:\n${said.join("")}`);
    await sleep(50);
  }
  async function get<Data>(path: string): Promise<Data> {
    const response = await fetch(`${url}/api/v1/${path}`);
    const { status, data, error }: { status: string; data: Data; error?: string } =
      await response.json();
    if (status !== "success") throw new Error(`${path}: ${error}`);
    return data;
  }
  return {
    get,
    async query(expression) {
      const asked = new URLSearchParams({ query: expression });
      const { result } = await get<{ result: Series[] }>(`query?${asked}`);
      return result;
    },
    async close() {
      process.off("exit", endIt);
      await end(child);
      rmSync(folder, { recursive: true });
    },
  };
}

/** As docs/metrics.md advises, but for the interval. */
function configurationOf({ target, rules }: Options): string {
  return `
global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: [${JSON.stringify(rules)}]
scrape_configs:
  - job_name: tunnelboard
    authorization: { credentials_file: token }
    static_configs: [{ targets: [${JSON.stringify(new URL(target).host)}] }]
`;
}
