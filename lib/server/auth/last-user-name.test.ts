import { NextResponse } from "next/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { seal } from "@/lib/server/auth/sealed";
import { forgetUserName, rememberUserName, lastUserName } from "@/lib/server/auth/last-user-name";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { SECRET, signInBy } from "@/lib/server/testing/sign-in";

const NAME = "tunnelboard-last-user-name";

beforeEach(() => {
  stopClock();
  signInBy({ TUNNELBOARD_USERS_FILE: "/users", SESSION_SECRET: SECRET });
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

async function tried(user: string) {
  const response = new NextResponse();
  await rememberUserName(response, user);
  return response.cookies;
}
const holding = (value: string) => ({ get: () => ({ value }) });

it("comes back as it was typed, for five minutes", async () => {
  const cookies = await tried("ada lovelace");
  expect(await lastUserName(cookies)).toBe("ada lovelace");
  await pass(299_000);
  expect(await lastUserName(cookies)).toBe("ada lovelace");
  await pass(2_000);
  expect(await lastUserName(cookies)).toBe("");
});

it("cannot be read on the way, nor by scripts", async () => {
  const cookie = (await tried("a-password-in-the-wrong-field")).get(NAME);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "lax", maxAge: 300 });
  expect(cookie?.value).not.toContain("a-password");
  const [, ...parts] = cookie?.value.split(".") ?? [];
  const plain = parts.map((part) => Buffer.from(part, "base64url").toString()).join("");
  expect(plain).not.toContain("a-password");
});

it("is cut where the field ends", async () => {
  expect(await lastUserName(await tried("x".repeat(5_000)))).toBe("x".repeat(100));
});

it("is empty where there is none, or none of ours", async () => {
  expect(await lastUserName({ get: () => undefined })).toBe("");
  expect(await lastUserName(holding("ada"))).toBe("");
  const other = await seal("trusted-device", { user: "ada" }, Date.now() / 1000 + 60);
  expect(await lastUserName(holding(other ?? ""))).toBe("");
});

it("is forgotten at once", () => {
  const response = new NextResponse();
  forgetUserName(response);
  expect(response.cookies.get(NAME)).toMatchObject({ value: "", maxAge: 0 });
});
