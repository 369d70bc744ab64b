import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** What Linux tells of a process. */

/** Resident memory in megabytes. */
export function rssOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return (Number(kib) * 1024) / 1e6;
}

/** How many files it has open, and how many of them are sockets. */
export function openFilesOf(pid: number): { files: number; sockets: number } {
  const folder = `/proc/${pid}/fd`;
  const targets = readdirSync(folder).map((name) => targetOf(`${folder}/${name}`));
  return {
    files: targets.length,
    sockets: targets.filter((target) => target.startsWith("socket:")).length,
  };
}

/** One may be closed while they are counted. */
function targetOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}
