/** The same for a connection each time, and hardly ever the same for two on one device. */
export function connectionNumber(objectName: string, buckets: number): number {
  // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
  let hash = 0x811c9dc5;
  for (const character of objectName) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash % buckets;
}
