import "server-only";
import type { Tag } from "@/lib/vpn/types";

export function toTags(raw: { Key: string | null; Value: string | null }[]): Tag[] {
  return raw.map((tag) => ({ key: tag.Key ?? "", value: tag.Value ?? "" }));
}
