/** A part of a path as it was meant: Next hands pages the parts as they were encoded. */
export function pathText(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
