import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "@/scripts/bench/app";
import { atEnd } from "@/scripts/bench/cleanup";
import { binary, QUIET } from "@/scripts/process.mjs";

/** Inside the checkout, so that Turbopack finds the packages; git and the checks do not look there. */
const COPY = join(ROOT, ".bench");

const SOURCES = [
  "app",
  "components",
  "lib",
  "scripts",
  "public",
  "instrumentation.ts",
  "next.config.js",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** Answers with the bytes of a file, which it reads once: as little as a route can do. */
const BARE_ROUTE = `import { readFileSync } from "node:fs";
import { join } from "node:path";

const bodies = new Map<string, string>();

export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  const body = bodies.get(name) ?? readFileSync(join(process.env.BARE_BODIES ?? "", name), "utf8");
  bodies.set(name, body);
  return new Response(body, {
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}
`;

/** The same connections in cells of text, under the same frame: as little as a page of ours can do. */
const BARE_PAGE = `import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connection } from "next/server";

type Row = { vpnConnectionId: string; cells: string[] };
const rows: Row[] = [];

export default async function BarePage() {
  await connection();
  if (rows.length === 0) {
    rows.push(...JSON.parse(readFileSync(join(process.env.BARE_BODIES ?? "", "rows"), "utf8")));
  }
  return (
    <table>
      <tbody>
        {rows.map(({ vpnConnectionId, cells }) => (
          <tr key={vpnConnectionId}>
            {cells.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
`;

export type BareCopy = {
  root: string;
  /** Where the bare route's answers have to be; \`/api/bare/{name}\` reads them at the first request. */
  bodies: string;
};

/** A copy of the app with a bare route and a bare page beside its own, built. */
export async function buildBareCopy(): Promise<BareCopy> {
  rmSync(COPY, { recursive: true, force: true });
  atEnd(() => rmSync(COPY, { recursive: true, force: true }));
  const bodies = join(COPY, "bodies");
  const route = join(COPY, "app", "api", "bare", "[name]");
  mkdirSync(bodies, { recursive: true });
  for (const source of SOURCES.filter((path) => existsSync(join(ROOT, path)))) {
    cpSync(join(ROOT, source), join(COPY, source), { recursive: true });
  }
  symlinkSync(join("..", "node_modules"), join(COPY, "node_modules"), "dir");
  mkdirSync(route, { recursive: true });
  writeFileSync(join(route, "route.ts"), BARE_ROUTE);
  mkdirSync(join(COPY, "app", "bare"));
  writeFileSync(join(COPY, "app", "bare", "page.tsx"), BARE_PAGE);
  await build();
  return { root: COPY, bodies };
}

async function build(): Promise<void> {
  const child = spawn(process.execPath, [binary("next"), "build"], {
    cwd: COPY,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...QUIET, NODE_ENV: "production" },
  });
  const forget = atEnd(() => child.kill());
  const [status] = await once(child, "exit");
  await forget();
  if (status !== 0) throw new Error("The copy with the bare route could not be built.");
}
