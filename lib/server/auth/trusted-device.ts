import "server-only";
import { randomUUID } from "node:crypto";
import type { NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import { cookieName, setCookie } from "@/lib/server/auth/cookies";
import { inSeconds, seal, unseal } from "@/lib/server/auth/sealed";

const HALF_A_YEAR_SECONDS = 182 * 24 * 3600;

const shape = z.object({ id: z.string(), user: z.string() });

/** The mark of a browser in which this user has signed in with a password before; null in others. */
export async function trustedDeviceOf(
  { cookies }: NextRequest,
  user: string,
): Promise<string | null> {
  const cookie = cookies.get(cookieName("trusted-device"))?.value ?? "";
  const read = shape.safeParse(await unseal("trusted-device", cookie));
  return read.success && read.data.user === user ? read.data.id : null;
}

/** It signs nobody in: it only spares them the delays that others have earned. */
export async function trustDevice(response: NextResponse, user: string): Promise<void> {
  const sealed = await seal(
    "trusted-device",
    { id: randomUUID(), user },
    inSeconds(HALF_A_YEAR_SECONDS),
  );
  if (sealed !== null) setCookie(response, "trusted-device", sealed, HALF_A_YEAR_SECONDS);
}
