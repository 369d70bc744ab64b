import "server-only";

/** Region ids become part of a host name, so the shape is checked before anything else is done. */
const REGION_ID = /^[a-z]{2,10}(-[a-z0-9]{1,20}){1,5}$/;

export function isRegionId(text: string): boolean {
  return text.length <= 64 && REGION_ID.test(text);
}
