import "server-only";
import type { User } from "@/lib/server/auth/user";
import { firstOverview, firstSummaries } from "@/lib/server/http/overview-data";
import { buildId } from "@/lib/server/runtime/build-id";
import { env } from "@/lib/server/runtime/settings";
import { newestOf } from "@/lib/vpn/list-scope";

/** What a wall screen begins with; from then on it asks by itself. */
export async function firstOfWall(user: User) {
  const [overview, down, degraded] = await Promise.all([
    firstOverview(user),
    firstSummaries(user, newestOf("down")),
    firstSummaries(user, newestOf("degraded")),
  ]);
  return {
    overview,
    down,
    degraded,
    places: user.places,
    isDemo: env().TUNNELBOARD_DEMO,
    build: buildId(),
    now: Date.now(),
  };
}
