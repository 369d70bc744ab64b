import { asciiComments } from "@/lib/vpn/peer-config/vendor-parts";

/** The commands that take away what a configuration made, as comments at its end. */
export function cleanupLines(mark: string, commands: string[]): string[] {
  return asciiComments(mark, [
    "CLEANUP: these lines take away what this text made. Paste them without the comment marks.",
    "They leave alone what belongs to the device or what other connections may use.",
    ...commands,
  ]);
}

/**
 * `delete PATH` for each object of a configuration of `set` lines, the last made first. A pattern is the path of an
 * object with `*` for its names; lines that match none stay.
 */
export function deleteCommands(lines: (string | null)[], patterns: string[]): string[] {
  const found = lines.flatMap((line) => {
    const words = line?.split(" ").slice(1) ?? [];
    const pattern = patterns
      .map((one) => one.split(" "))
      .find((path) => path.every((word, index) => word === "*" || word === words[index]));
    return pattern === undefined ? [] : [`delete ${words.slice(0, pattern.length).join(" ")}`];
  });
  return [...new Set(found)].toReversed();
}
