import "server-only";
import { redirect } from "next/navigation";
import { isAccessError } from "@/lib/server/auth/access-error";
import { currentUser } from "@/lib/server/auth/current-user";
import type { User } from "@/lib/server/auth/user";
import { pages } from "@/lib/vpn/hrefs";

/** Who a page is for. The proxy has sent strangers to sign in already; whom it has not, this does. */
export async function pageUser(): Promise<User> {
  try {
    return await currentUser();
  } catch (error) {
    if (isAccessError(error) && error.reason === "signInRequired") redirect(pages.signIn());
    throw error;
  }
}
