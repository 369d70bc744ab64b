import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Host } from "@/e2e/strongswan/host";
import { TIMEOUT_MS } from "@/e2e/strongswan/until";

/**
 * ESP is done in user space over a TUN device, since not every kernel can. The key of aggressive mode can be
 * guessed from what goes over the wire, hence the name of its switch. Who gets no answer gives up after 5.5
 * seconds instead of 165, long enough for a busy machine. swanctl needs no plugins for keys, and is quicker
 * without.
 */
const CONFIGURATION = `
charon {
  install_virtual_ip = no
  i_dont_care_about_security_and_use_aggressive_mode_psk = yes
  retransmit_timeout = 0.5
  retransmit_base = 1
  retransmit_tries = 10
  plugins {
    kernel-libipsec { load = yes }
    bypass-lan { load = no }
    forecast { load = no }
  }
  filelog {
    stderr {
      time_format = %Y-%m-%d %H:%M:%S
      ike_name = yes
      flush_line = yes
    }
  }
}
swanctl {
  load = random
}
`;

/** A regular expression, or something else that tells lines apart; `source` is for messages. */
type Pattern = { source: string; test: (line: string) => boolean };

export type Charon = {
  /** All that it has logged. */
  log: string[];
  /** Resolves with the first line like this, past or to come. Throws when none comes. */
  logged: (pattern: Pattern) => Promise<string>;
};

/** Starts strongSwan's IKE daemon on a host; resolves when it takes commands. It ends with its host. */
export async function startCharon(host: Host): Promise<Charon> {
  await host.write("/run/strongswan.conf", CONFIGURATION);
  const start =
    "mount --bind /run/strongswan.conf /etc/strongswan.conf && exec /usr/lib/ipsec/charon";
  const [file = "", ...args] = host.command(["sh", "-c", start]);
  const child = spawn(file, args, { stdio: ["ignore", "ignore", "pipe"] });
  const log: string[] = [];
  const lines = createInterface(child.stderr).on("line", (line) => log.push(line));

  function logged(pattern: Pattern): Promise<string> {
    const found = log.find((line) => pattern.test(line));
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail("has not logged"), TIMEOUT_MS);
      const fail = (what: string) => {
        settle();
        reject(new Error(`charon ${what} ${pattern.source}`));
      };
      const look = (line: string) => {
        if (!pattern.test(line)) return;
        settle();
        resolve(line);
      };
      const end = () => fail("ended before it logged");
      const settle = () => {
        clearTimeout(timer);
        lines.off("line", look).off("close", end);
      };
      lines.on("line", look).once("close", end);
    });
  }
  await logged(/spawning \d+ worker threads/);
  return { log, logged };
}
