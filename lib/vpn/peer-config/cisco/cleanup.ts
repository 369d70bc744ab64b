import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import { mode } from "@/lib/vpn/peer-config/vendor-parts";

type Command = { line: string; inner: string[] };

/** As much of a command as its `no` form needs, where that is not all of it. */
const NAMED =
  /^(crypto ipsec transform-set \S+|crypto map \S+ \d+|route-map \S+|ip prefix-list \S+) .*$/;

/**
 * `no …` for each command outside of any mode, the last one first, so that nothing is taken away while something
 * else uses it; in an interface of the device the crypto map alone, in BGP the neighbors.
 */
export function cleanupCommands(lines: Lines): string[] {
  const commands = commandsOf(lines).toReversed().flatMap(undone);
  return commands.filter((one, index) => one.startsWith(" ") || commands.indexOf(one) === index);
}

function commandsOf(lines: Lines): Command[] {
  const commands: Command[] = [];
  for (const line of lines) {
    if (line === null || line.startsWith("!")) continue;
    if (line.startsWith(" ")) commands.at(-1)?.inner.push(line.trim());
    else commands.push({ line, inner: [] });
  }
  return commands;
}

const no = (command: string) => `no ${command}`;

function undone({ line, inner }: Command): string[] {
  if (line.startsWith("router bgp ")) {
    const neighbors = inner.filter((one) => one.includes(" remote-as "));
    return mode(line, "exit", neighbors.map(no));
  }
  if (line.startsWith("interface ") && !line.startsWith("interface Tunnel")) {
    const maps = inner.filter((one) => one.startsWith("crypto map "));
    return maps.length === 0 ? [] : mode(line, "exit", maps.map(no));
  }
  return [no(line.replace(NAMED, "$1"))];
}
