import "server-only";
import { userWith } from "@/lib/server/testing/users";
import { user } from "@/lib/server/testing/translations";

/** Stands in for the real one, which works within Next only: somebody who sees everything. */
export async function currentUser() {
  return userWith(["operator"], user.locale);
}
