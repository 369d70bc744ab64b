import "server-only";
import { redirect } from "next/navigation";
import { isAccessError } from "@/lib/server/access/access-error";
import { currentReader } from "@/lib/server/access/current-reader";
import type { Reader } from "@/lib/server/access/reader";
import { pages } from "@/lib/vpn/hrefs";

/** Who a page is for. The proxy has sent strangers to sign in already; whom it has not, this does. */
export async function pageReader(): Promise<Reader> {
  try {
    return await currentReader();
  } catch (error) {
    if (isAccessError(error) && error.reason === "signInRequired") redirect(pages.signIn());
    throw error;
  }
}
