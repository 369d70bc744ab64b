import * as crypto from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { hashPassword, isPassword, isPasswordHash } from "@/lib/server/auth/password";

vi.mock("node:crypto", { spy: true });

const derivations = () =>
  vi.mocked(crypto.scrypt).mock.calls.map(([password, , length, options]) => ({
    password,
    length,
    options,
  }));

const SALT = "c2FsdHNhbHRzYWx0c2FsdA";
const KEY = "a".repeat(43);
const hash = (parameters: string, salt = SALT, key = KEY) => `$scrypt$${parameters}$${salt}$${key}`;
const USUAL = { N: 32_768, r: 8, p: 3 };

beforeEach(() => {
  vi.mocked(crypto.scrypt).mockClear();
});

describe("a password's hash", () => {
  it("is made with a salt of its own, and is what a users file takes", async () => {
    const [one, two] = await Promise.all([hashPassword("hunter2"), hashPassword("hunter2")]);
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
    expect(isPasswordHash(one)).toBe(true);
    expect(await isPassword("hunter2", one)).toBe(true);
    expect(await isPassword("hunter2", two)).toBe(true);
  });

  it.each(["ln=14,r=8,p=1", "ln=15,r=8,p=3", "ln=17,r=8,p=1", "ln=18,r=8,p=8"])(
    "may have cost %s",
    (parameters) => expect(isPasswordHash(hash(parameters))).toBe(true),
  );

  it.each([
    ["cheap", hash("ln=13,r=8,p=1")],
    ["cheap in blocks", hash("ln=15,r=1,p=1")],
    ["of no round", hash("ln=15,r=8,p=0")],
    ["so dear that the server would stop", hash("ln=19,r=8,p=1")],
    ["dear in rounds", hash("ln=15,r=8,p=9")],
    ["dear in blocks", hash("ln=15,r=16,p=1")],
    ["of parameters in another order", hash("r=8,ln=15,p=3")],
    ["of parameters that are no numbers", hash("ln=1x,r=8,p=3")],
    ["without parameters", `$scrypt$${SALT}$${KEY}`],
    ["of little salt", hash("ln=15,r=8,p=3", "c2FsdA")],
    ["of too much salt", hash("ln=15,r=8,p=3", "a".repeat(87))],
    ["of a short key", hash("ln=15,r=8,p=3", SALT, "a".repeat(42))],
    ["of a long key", hash("ln=15,r=8,p=3", SALT, "a".repeat(44))],
    ["with padding", hash("ln=15,r=8,p=3", SALT, `${"a".repeat(43)}=`)],
    ["of another kind", "$2b$12$C6UzMDM.H6dfI/f/IKcEeO7ZPbq2O6sQ9kN6sYVtC1bV6u3b9yC6e"],
    ["plain", "hunter2"],
    ["empty", ""],
    ["with something before it", ` ${hash("ln=15,r=8,p=3")}`],
    ["with something after it", `${hash("ln=15,r=8,p=3")}\n`],
  ])("%s is refused", async (_name, text) => {
    expect(isPasswordHash(text)).toBe(false);
    // The work it costs is measured below: here its result is all that counts.
    vi.mocked(crypto.scrypt).mockImplementationOnce((_password, _salt, length, _options, done) =>
      done(null, Buffer.alloc(length)),
    );
    expect(await isPassword("hunter2", text)).toBe(false);
  });
});

describe("a password", () => {
  it("is right or wrong", async () => {
    const right = await hashPassword("hunter2");
    for (const wrong of ["hunter3", "Hunter2", "hunter2 ", "", right]) {
      expect(await isPassword(wrong, right)).toBe(false);
    }
  });

  it("is the same however a keyboard composes its letters", async () => {
    expect(await isPassword("cafe\u0301", await hashPassword("caf\u00E9"))).toBe(true);
  });

  it("costs the same work whether there is such a user or not", async () => {
    const right = await hashPassword("hunter2");
    vi.mocked(crypto.scrypt).mockClear();
    expect(await isPassword("guess", right)).toBe(false);
    expect(await isPassword("guess", null)).toBe(false);
    const [known, unknown] = derivations();
    expect(known).toMatchObject({ password: "guess", length: 32, options: USUAL });
    expect(unknown).toEqual(known);
    expect(crypto.scrypt).toHaveBeenCalledTimes(2);
  });

  it("is compared in the same time however much of it is right", async () => {
    await isPassword("guess", hash("ln=14,r=8,p=1"));
    expect(crypto.timingSafeEqual).toHaveBeenCalled();
  });

  it("is never that of a user whom there is not", async () => {
    vi.mocked(crypto.timingSafeEqual).mockReturnValueOnce(true);
    expect(await isPassword("guess", null)).toBe(false);
  });
});
