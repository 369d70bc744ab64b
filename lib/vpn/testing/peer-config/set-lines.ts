/**
 * The words of each `set` line, those in quotes without them. Throws on every other line and on every
 * character outside of quotes that a command line could read as anything but a word.
 */
export function readSetLines(text: string, quote: "'" | '"'): string[][] {
  const word = new RegExp(`^(?:[A-Za-z0-9@:/._+-]+|${quote}[A-Za-z0-9@:/._+-]+${quote})$`);
  return text
    .trimEnd()
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("# "))
    .map((line) => {
      const words = line.split(" ");
      if (words[0] !== "set" || !words.every((one) => word.test(one)))
        throw new Error(`cannot be read: ${line}`);
      return words.slice(1).map((one) => one.replaceAll(quote, ""));
    });
}

/** What follows these words, of each line that begins with them. */
export function following(lines: string[][], path: string): string[][] {
  const words = path.split(" ");
  return lines
    .filter((line) => words.every((word, index) => line[index] === word))
    .map((line) => line.slice(words.length));
}

/** The one value that follows these words. */
export function valueAfter(lines: string[][], path: string): string | undefined {
  const found = following(lines, path);
  if (found.length > 1) throw new Error(`${path} stands ${found.length} times`);
  return found[0]?.join(" ");
}

/** The names that follow these words, each once, in their order. */
export function namesAfter(lines: string[][], path: string): string[] {
  return [...new Set(following(lines, path).map(([name = ""]) => name))];
}
