import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { must, type Outcome, runCommand } from "@/e2e/strongswan/command";

/** Of the folders that swanctl reads; it complains of each one that is missing. */
const FOLDERS =
  "conf.d x509 x509ca x509ocsp x509aa x509ac x509crl pubkey private rsa ecdsa bliss pkcs8 pkcs12";

/**
 * Whatever is changed is in memory and in this host's view of the file system only. The programs find their
 * files in their usual places, the only ones that Debian's AppArmor profiles let them read. `cat` ends when our
 * end of its input closes, however this process ends, and the kernel then removes all the rest.
 */
const SET_UP = `
set -e
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /etc/swanctl
cd /etc/swanctl
mkdir ${FOLDERS}
echo 'include conf.d/*.conf' > swanctl.conf
ip link set lo up
echo ready
exec cat
`;

export type Host = {
  /** Of a process in its network, as others see it. */
  pid: number;
  /** Runs commands of \`ip\` in its network. */
  ip: (commands: string[]) => Promise<void>;
  /** Runs a program on it. */
  run: (command: string[], input?: string) => Promise<Outcome>;
  /** As above. Throws what it said if it failed. */
  must: (command: string[], input?: string) => Promise<string>;
  /** How to start a program on it. */
  command: (command: string[]) => string[];
  write: (path: string, text: string) => Promise<void>;
  /** Ends all its processes. Its network and files go with them. */
  end: () => Promise<void>;
};

/** A host with its own network, processes, and files where strongSwan looks for them. */
export async function startHost(): Promise<Host> {
  const flags = ["--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];
  const child = spawn("unshare", [...flags, "sh", "-c", SET_UP], { stdio: "pipe" });
  const said: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (part: string) => said.push(part));
  const ended = once(child, "close");
  const lines = createInterface(child.stdout);
  const isReady = await Promise.race([
    once(lines, "line").then(() => true),
    ended.then(() => false),
  ]);
  const { pid } = child;
  if (!isReady || pid === undefined) throw new Error(`No host: ${said.join("")}`);

  const inNetwork = ["nsenter", "--target", String(pid), "--net"];
  const inside = [...inNetwork, "--mount", `--pid=/proc/${pid}/ns/pid_for_children`];
  const command = (given: string[]) => [...inside, ...given];
  return {
    pid,
    command,
    ip: async (commands) => {
      await must([...inNetwork, "ip", "-batch", "-"], commands.join("\n"));
    },
    run: (given, input) => runCommand(command(given), input),
    must: (given, input) => must(command(given), input),
    write: async (path, text) => {
      await must(command(["sh", "-c", 'cat > "$1"', "sh", path]), text);
    },
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
