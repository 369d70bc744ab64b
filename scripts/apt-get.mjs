import { run } from "./process.mjs";

const OPTIONS = ["Acquire::http::Timeout=20", "Acquire::https::Timeout=20", "Acquire::Retries=0"];

/** Debian's apt-get, which gives up soon where its servers cannot be reached. Resolves with its status. */
export function aptGet(args, { cwd } = {}) {
  const given = OPTIONS.flatMap((option) => ["-o", option]);
  return run("apt-get", [...given, ...args], { DEBIAN_FRONTEND: "noninteractive" }, cwd);
}
