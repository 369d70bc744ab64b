import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** What Linux tells of a process. */

/** Resident memory in megabytes. */
export function rssOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return (Number(kib) * 1024) / 1e6;
}

/** Linux counts the time of processors in these. */
const TICKS_PER_SECOND = 100;

/** Processor time it has taken so far, of all its threads, in milliseconds. */
export function cpuOf(pid: number): number {
  // The name of the program, in brackets, may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  const [userTicks, systemTicks] = [Number(fields[11]), Number(fields[12])];
  return ((userTicks + systemTicks) * 1000) / TICKS_PER_SECOND;
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
