import { readCliOptions, help, UsageError, type CliOptions } from "./cli-options";
import { allRegions } from "./account/regions";
import { startSimulator, type Simulator } from "./simulator";

function fail(message: string, status: number): never {
  console.error(message);
  process.exit(status);
}

function options(): CliOptions | "help" {
  try {
    return readCliOptions(process.argv.slice(2), allRegions.length);
  } catch (error) {
    if (error instanceof UsageError) return fail(`${error.message}\nSee --help.`, 2);
    throw error;
  }
}

function startFailure(error: unknown, { host, port }: CliOptions): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `Port ${port} of ${host} is in use. Choose another: --port 0`;
  if (code === "EACCES") return `Not allowed to listen on port ${port} of ${host}.`;
  return `Cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : "unknown"}`;
}

async function start(cli: CliOptions): Promise<Simulator> {
  const { SIMULATOR_ACCESS_KEY_ID, SIMULATOR_ACCESS_KEY_SECRET } = process.env;
  try {
    return await startSimulator({
      ...cli,
      // Empty is as good as not set.
      accessKeyId: SIMULATOR_ACCESS_KEY_ID || undefined,
      accessKeySecret: SIMULATOR_ACCESS_KEY_SECRET || undefined,
    });
  } catch (error) {
    return fail(startFailure(error, cli), 1);
  }
}

const cli = options();
if (cli === "help") {
  console.log(help);
} else {
  const simulator = await start(cli);
  const { url, accessKeyId, accessKeySecret } = simulator;
  console.log(`Simulator of ${cli.connections} connections in ${cli.regions} regions at ${url}`);
  console.log("For the shell that starts the dashboard:");
  console.log(
    `export VPC_ENDPOINT=${url} ALIBABA_CLOUD_ACCESS_KEY_ID=${accessKeyId} ALIBABA_CLOUD_ACCESS_KEY_SECRET=${accessKeySecret}`,
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void simulator.close());
  }
}
