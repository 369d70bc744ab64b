import { afterEach, describe, expect, it, vi } from "vitest";
import { cookieName, cookieOptions, isSecure } from "@/lib/server/auth/cookies";
import { BY_PROVIDER, SECRET, signInBy } from "@/lib/server/testing/sign-in";

afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const LOCAL = { TUNNELBOARD_USERS_FILE: "/users", SESSION_SECRET: SECRET };

describe("a cookie", () => {
  it("on https is the host's own, and goes nowhere else", () => {
    signInBy(BY_PROVIDER);
    expect(isSecure()).toBe(true);
    expect(cookieName("session")).toBe("__Host-tunnelboard-session");
    // A browser drops a cookie of that name with another path, or without `secure`.
    expect(cookieOptions(60)).toEqual({
      httpOnly: true,
      secure: true,
      sameSite: "lax",
      path: "/",
      maxAge: 60,
    });
  });

  it.each([LOCAL, { ...LOCAL, APP_URL: "http://localhost:3000" }])(
    "on plain http is still out of scripts' reach: %#",
    (settings) => {
      signInBy(settings);
      expect(isSecure()).toBe(false);
      expect(cookieName("session")).toBe("tunnelboard-session");
      expect(cookieOptions(0)).toMatchObject({ httpOnly: true, secure: false, sameSite: "lax" });
    },
  );

  it("has another name for another purpose", () => {
    signInBy(BY_PROVIDER);
    const names = (["session", "sign-in", "provider-sign-out"] as const).map(cookieName);
    expect(new Set(names).size).toBe(3);
  });
});
