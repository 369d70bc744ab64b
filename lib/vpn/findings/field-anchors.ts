/** Evidence whose field a panel calls by another name. */
const OTHER_NAMES: Record<string, string> = {
  "bgpConfig.status": "bgpStatus",
  "healthCheck.enable": "healthEnable",
};

/** The id of a field on the page of its connection, or of one tunnel's value; a link to it marks it. */
export function fieldAnchor(name: string, tunnel: number | null): string {
  return tunnel === null ? `field-${name}` : `field-${name}-${tunnel}`;
}

/** The same of a field by its path among our own. */
export function anchorOfPath(path: string, tunnel: number | null): string {
  return fieldAnchor(OTHER_NAMES[path] ?? path.replace(/^.*\./, ""), tunnel);
}
