import { spawnSync } from "node:child_process";
import { arch, cpus, platform, release, totalmem } from "node:os";
import { ROOT } from "@/scripts/bench/app";

/** Where and of what the figures are, in one paragraph. */
export function provenance(now: Date): string {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 1e9);
  const machine = `${processors.length} × ${processors[0]?.model.trim() || "unknown processor"}, ${gigabytes} GB, ${platform()} ${release()} (${arch()}), Node.js ${process.versions.node}`;
  return `Measured on ${now.toISOString().slice(0, 10)}${commit()}, all on one machine: ${machine}.`;
}

/** Of a checkout that git knows. */
function commit(): string {
  const head = git("rev-parse", "--short", "HEAD");
  if (head.status !== 0) return "";
  const isClean = git("status", "--porcelain", "--untracked-files=no").stdout === "";
  return ` at commit ${head.stdout.trim()}${isClean ? "" : " with changes"}`;
}

function git(...args: string[]) {
  return spawnSync("git", args, { cwd: ROOT, encoding: "utf8" });
}
