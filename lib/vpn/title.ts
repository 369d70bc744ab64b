/** `name · region`, to which the frame adds the product; what has no name goes by its id. */
export function subjectTitle(name: string | undefined, id: string, regionName: string): string {
  return `${name || id.slice(0, 100)} · ${regionName}`;
}
