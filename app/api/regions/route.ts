import { currentReader } from "@/lib/server/access/current-reader";
import { listRegions } from "@/lib/server/data/regions";
import { reply } from "@/lib/server/reply";

export function GET() {
  return reply(async () => ({ regions: await listRegions(await currentReader()) }));
}
