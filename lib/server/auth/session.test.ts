import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { seal } from "@/lib/server/auth/sealed";
import {
  beginSession,
  endSession,
  type NewSession,
  openSession,
  renewed,
  SESSION_SECONDS,
} from "@/lib/server/auth/session";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { BY_PROVIDER, OLDER_SECRET, SECRET, signInBy } from "@/lib/server/testing/sign-in";

const MINUTE_MS = 60_000;
const ADA: NewSession = { by: "oidc", subject: "f00", name: "ada", roles: ["viewer"] };

beforeEach(() => {
  stopClock();
  signInBy(BY_PROVIDER);
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

async function begun(user = ADA): Promise<string> {
  const cookie = await beginSession(user);
  if (cookie === null) throw new Error("too long");
  return cookie;
}

async function opened(cookie: string) {
  const session = await openSession(cookie);
  if (session === null) throw new Error("over");
  return session;
}

describe("a session", () => {
  it("says who has signed in, and when", async () => {
    const local: NewSession = { ...ADA, by: "local", roles: [], proof: "salt" };
    const since = Math.floor(Date.now() / 1000);
    expect(await opened(await begun(local))).toEqual({
      ...local,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      since,
      iat: since,
      exp: since + SESSION_SECONDS,
    });
  });

  it("is another one each time", async () => {
    const [one, two] = [await opened(await begun()), await opened(await begun())];
    expect(one.id).not.toBe(two.id);
  });

  it.each([undefined, "", "nonsense"])("is none in %j", async (cookie) => {
    expect(await openSession(cookie)).toBeNull();
  });

  it("is none without what one holds, however well it is sealed", async () => {
    const exp = Math.floor(Date.now() / 1000) + 60;
    const whole = { ...ADA, id: "1", since: 1 };
    for (const claims of [{}, { ...whole, by: "nobody" }, { ...whole, roles: "operator" }]) {
      const cookie = await seal("session", claims, exp);
      expect(await openSession(cookie ?? "")).toBeNull();
    }
    expect(await openSession((await seal("session", whole, exp)) ?? "")).not.toBeNull();
    expect(await openSession((await seal("sign-in", whole, exp)) ?? "")).toBeNull();
  });

  it("does not begin with more roles than a cookie holds", async () => {
    const roles = Array.from({ length: 200 }, (_, index) => `viewer:cn-hangzhou/vpn-${index}`);
    expect(await beginSession({ ...ADA, roles })).toBeNull();
  });

  it.each([true, false])(
    "ends after half an hour without a request (opened before: %j)",
    async (isOpened) => {
      const cookie = await begun();
      if (isOpened) await opened(cookie);
      await pass(30 * MINUTE_MS - 1_000);
      if (isOpened) await opened(cookie);
      await pass(1_000);
      expect(await openSession(cookie)).toBeNull();
    },
  );

  it("is read once, and then known by its cookie", async () => {
    const cookie = await begun();
    expect(await opened(cookie)).toBe(await opened(cookie));
  });

  it("made with an older secret is still one", async () => {
    signInBy({ ...BY_PROVIDER, SESSION_SECRET: OLDER_SECRET });
    const cookie = await begun();
    signInBy({ ...BY_PROVIDER, SESSION_SECRET: `${SECRET},${OLDER_SECRET}` });
    const session = await opened(cookie);
    await pass(15 * MINUTE_MS);
    const next = await renewed(session);
    signInBy({ ...BY_PROVIDER, SESSION_SECRET: SECRET });
    expect(await openSession(cookie)).toBeNull();
    expect(await opened(next ?? "")).toMatchObject({ id: session.id });
  });
});

describe("a session in use", () => {
  it("is not renewed with every request", async () => {
    const session = await opened(await begun());
    expect(await renewed(session)).toBeNull();
    await pass(MINUTE_MS - 1_000);
    expect(await renewed(session)).toBeNull();
  });

  it("is renewed after a minute, as the same session", async () => {
    const user: NewSession = { ...ADA, by: "local", proof: "salt" };
    const session = await opened(await begun(user));
    await pass(MINUTE_MS);
    const next = await opened((await renewed(session)) ?? "");
    const later = 60;
    expect(next).toEqual({ ...session, iat: session.iat + later, exp: session.exp + later });
  });

  it("ends after twelve hours all the same", async () => {
    let cookie = await begun();
    const startedAt = Date.now();
    for (;;) {
      await pass(20 * MINUTE_MS);
      const session = await openSession(cookie);
      if (session === null) break;
      cookie = (await renewed(session)) ?? cookie;
    }
    const lasted = Date.now() - startedAt;
    expect(lasted).toBeGreaterThanOrEqual(12 * 60 * MINUTE_MS);
    expect(lasted).toBeLessThan(12 * 60 * MINUTE_MS + 20 * MINUTE_MS);
  });

  it("is not renewed when there is nothing to be gained", async () => {
    const session = await opened(await begun());
    const last = { ...session, since: session.since - 11.5 * 3600 };
    await pass(20 * MINUTE_MS);
    expect(await renewed(last)).toBeNull();
  });
});

describe("a session that was ended", () => {
  it("is over with all its cookies, also those yet to be opened", async () => {
    const cookie = await begun();
    const session = await opened(cookie);
    await pass(16 * MINUTE_MS);
    const copy = await renewed(session);
    await endSession(session);
    expect(await openSession(cookie)).toBeNull();
    expect(await openSession(copy ?? "")).toBeNull();
    await pass(20 * MINUTE_MS);
    expect(await openSession(copy ?? "")).toBeNull();
  });

  it("leaves others of the same user alone", async () => {
    const other = await begun();
    await endSession(await opened(await begun()));
    expect(await openSession(other)).not.toBeNull();
  });
});
