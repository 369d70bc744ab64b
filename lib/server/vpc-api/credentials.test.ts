import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { connectTo } from "@/lib/server/testing/account";
import { createCredentialsSource, type Credentials } from "@/lib/server/vpc-api/credentials";
import { VpcApiError } from "@/lib/server/vpc-api/errors";

const GOOD = { accessKeyId: "LTAI-test", accessKeySecret: "hunter2", securityToken: "token" };

/** A chain that gives these answers in turn, the last for ever, and counts. */
function chainOf(...answers: (Credentials | Error)[]) {
  const getCredentials = vi.fn<() => Promise<Credentials>>(async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return answer ?? {};
  });
  const build = vi.fn<() => { getCredentials: typeof getCredentials }>(() => ({ getCredentials }));
  return { build, getCredentials };
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "no failure",
    (error: unknown) => error,
  );
}

afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

describe("the source of credentials", () => {
  it("builds one chain and asks it for every call, since tokens expire", async () => {
    const chain = chainOf(GOOD);
    const source = createCredentialsSource(chain.build);
    expect(await source.getCredentials()).toEqual(GOOD);
    expect(await source.getCredentials()).toEqual(GOOD);
    expect(chain.build).toHaveBeenCalledOnce();
    expect(chain.getCredentials).toHaveBeenCalledTimes(2);
  });

  it("asks once for all who start at the same time", async () => {
    const chain = chainOf(GOOD);
    const source = createCredentialsSource(chain.build);
    const all = await Promise.all(Array.from({ length: 10 }, () => source.getCredentials()));
    expect(all).toEqual(Array.from({ length: 10 }, () => GOOD));
    expect(chain.getCredentials).toHaveBeenCalledOnce();
  });

  it("builds a new chain after a failure, which all who waited share", async () => {
    const chain = chainOf(new Error("down"), GOOD);
    const source = createCredentialsSource(chain.build);
    const failures = await Promise.all([
      failureOf(source.getCredentials()),
      failureOf(source.getCredentials()),
    ]);
    expect(failures[0]).toMatchObject({ code: "not_configured" });
    expect(failures[1]).toBe(failures[0]);
    expect(await source.getCredentials()).toEqual(GOOD);
    expect(chain.build).toHaveBeenCalledTimes(2);
  });

  it("survives a chain that cannot even be built", async () => {
    const chain = chainOf(GOOD);
    chain.build.mockImplementationOnce(() => {
      throw new Error("hunter2");
    });
    const source = createCredentialsSource(chain.build);
    expect(await failureOf(source.getCredentials())).toBeInstanceOf(VpcApiError);
    expect(await source.getCredentials()).toEqual(GOOD);
  });

  it.each<Credentials>([
    {},
    { accessKeyId: "", accessKeySecret: "" },
    { accessKeyId: "LTAI-test" },
    { accessKeyId: "LTAI-test", accessKeySecret: "" },
    { accessKeySecret: "hunter2" },
  ])("takes %j for none, so that no request goes unsigned", async (credentials) => {
    const source = createCredentialsSource(chainOf(credentials).build);
    expect(await failureOf(source.getCredentials())).toMatchObject({ code: "not_configured" });
  });

  it("passes nothing on of what the library says", async () => {
    const said = new Error("Failed to parse {'access_key_secret': 'hunter2'}", {
      cause: new Error("hunter2"),
    });
    const error = await failureOf(createCredentialsSource(chainOf(said).build).getCredentials());
    expect(error).toMatchObject({ code: "not_configured", retryable: false });
    expect(inspect(error, { depth: 9 })).not.toContain("hunter2");
  });
});

describe("the default chain", () => {
  const account = { url: "http://127.0.0.1:1", accessKeyId: "", accessKeySecret: "" };

  it("finds the keys of the environment", async () => {
    connectTo({ ...account, accessKeyId: "LTAI-env", accessKeySecret: "hunter2" });
    expect(await createCredentialsSource().getCredentials()).toMatchObject({
      accessKeyId: "LTAI-env",
      accessKeySecret: "hunter2",
    });
  });

  it("fails where there is nothing, and recovers when keys appear", async () => {
    connectTo(account);
    const source = createCredentialsSource();
    expect(await failureOf(source.getCredentials())).toMatchObject({ code: "not_configured" });
    connectTo({ ...account, accessKeyId: "LTAI-late", accessKeySecret: "hunter2" });
    expect(await source.getCredentials()).toMatchObject({ accessKeyId: "LTAI-late" });
  });
});

describe("a key that is known", () => {
  it("can be told once it has been used", async () => {
    const credentials = createCredentialsSource(() => ({ getCredentials: async () => GOOD }));
    expect(credentials.known()).toEqual([]);
    await credentials.getCredentials();
    expect(credentials.known()).toEqual(["LTAI-test", "hunter2", "token"]);
  });

  it("is read anew after it has been forgotten", async () => {
    let builds = 0;
    const credentials = createCredentialsSource(() => {
      builds += 1;
      return { getCredentials: async () => GOOD };
    });
    await credentials.getCredentials();
    await credentials.getCredentials();
    expect(builds).toBe(1);
    credentials.forget();
    await credentials.getCredentials();
    expect(builds).toBe(2);
  });
});
