import "server-only";
import { contact } from "@/lib/server/replicas/contact";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { ceilingsOf, shareOf } from "@/lib/server/vpc-api/quota/ceilings";
import { createLimiter } from "@/lib/server/vpc-api/quota/limiter";
import { createSharedQuota } from "@/lib/server/vpc-api/quota/shared-quota";

/** The process's own: the quota is the account's, whoever asks. */
export const limiter = defineSingleton("limiter", () => {
  const whole = ceilingsOf(env().TUNNELBOARD_CALLS_PER_SECOND);
  const expected = env().TUNNELBOARD_REPLICAS ?? 1;
  const shared = contact();
  if (shared === null) return createLimiter(shareOf(whole, expected));
  return createLimiter(whole, { shared: createSharedQuota(shared, whole, { expected }) });
});
