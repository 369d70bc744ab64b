import "server-only";
import { accessSync, constants, statSync } from "node:fs";

/** What a file said when it was last read, and what the file looked like then. */
export type RereadFile<Content> = { content: Content; mark: string; lookedAt: number };

/** How long a change of the file may take to be seen. */
const LOOK_MS = 1_000;

export function unreadFile<Content>(content: Content): RereadFile<Content> {
  return { content, mark: "", lookedAt: -LOOK_MS };
}

/** What a file says now: it is read again when it looks different from when it was last read. */
export function reread<Content>(
  file: RereadFile<Content>,
  path: string,
  read: (before: Content, isFirst: boolean) => Content,
): Content {
  const now = performance.now();
  if (now - file.lookedAt < LOOK_MS) return file.content;
  file.lookedAt = now;
  // Before it is read, so that a change meanwhile is seen at the next look.
  const mark = markOf(path);
  if (mark === file.mark) return file.content;
  const isFirst = file.mark === "";
  file.mark = mark;
  file.content = read(file.content, isFirst);
  return file.content;
}

function markOf(path: string): string {
  try {
    // Who may read it changes nothing else.
    accessSync(path, constants.R_OK);
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch {
    // Why it cannot be read, reading it says.
    return "unreadable";
  }
}
