/** A line of a configuration with modes, and what is inside of it. */
export type Mode = { line: string; inner: Mode[] };

/**
 * The lines of a command line with modes, as they nest by indentation. Every mode has to be left by a word of
 * its own, at its end and nowhere else: the next line would be read in the wrong mode.
 */
export function readModes(text: string, comment: string, leaves: string[]): Mode[] {
  const root: Mode = { line: "", inner: [] };
  const open: Mode[] = [root];
  for (const full of text.trimEnd().split("\n")) {
    if (full.startsWith(comment)) continue;
    const line = full.trimStart();
    const depth = full.length - line.length;
    if (depth >= open.length) throw new Error(`unexpected indentation: ${full}`);
    for (const mode of open.splice(depth + 1)) leave(mode, leaves);
    const mode = { line, inner: [] };
    open[depth]?.inner.push(mode);
    open.push(mode);
  }
  for (const mode of open.slice(1)) leave(mode, leaves);
  return root.inner;
}

function leave(mode: Mode, leaves: string[]): void {
  if (mode.inner.length === 0) return;
  const last = mode.inner.pop();
  if (last === undefined || !leaves.includes(last.line)) throw new Error(`${mode.line} stays open`);
  if (mode.inner.some(({ line }) => leaves.includes(line)))
    throw new Error(`${mode.line} ends twice`);
}

/** What follows these words, of each line that begins with them. */
export function after(modes: Mode[], words: string): string[] {
  return modes
    .filter(({ line }) => line === words || line.startsWith(`${words} `))
    .map(({ line }) => line.slice(words.length + 1));
}

/** What is inside the mode of this very line. */
export function inside(modes: Mode[], line: string): Mode[] {
  const found = modes.find((mode) => mode.line === line);
  if (found === undefined) throw new Error(`no ${line}`);
  return found.inner;
}
