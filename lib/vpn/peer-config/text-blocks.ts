/** Lines of a configuration; null is a line that does not apply. */
export type Lines = (string | null)[];

/** `name { … }`, indented by two spaces. */
export function block(name: string, ...parts: (Lines | string | null)[]): string[] {
  const inner = parts.flat().filter((line) => line !== null);
  return [`${name} {`, ...inner.map((line) => (line === "" ? "" : `  ${line}`)), "}"];
}

export function hashComments(lines: string[]): string[] {
  return lines.map((line) => `# ${line}`);
}

export function textOf(lines: Lines): string {
  return `${lines.filter((line) => line !== null).join("\n")}\n`;
}
