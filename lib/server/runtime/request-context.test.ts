import { ServerResponse } from "node:http";
import { AsyncResource } from "node:async_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  beginWork,
  enterRequest,
  noteOutcome,
  requestContext,
} from "@/lib/server/runtime/request-context";
import { duringRequest, incoming, signInBy } from "@/lib/server/testing/sign-in";

beforeEach(() => void signInBy({}));
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const PROXY = "10.0.0.5";
const PROXIES = "10.0.0.0/8,fd00::/8";

function addressOf(peer: string, forwardedFor: string, proxies = PROXIES): string {
  signInBy({ TUNNELBOARD_TRUSTED_PROXIES: proxies });
  const headers = { "x-forwarded-for": forwardedFor };
  return duringRequest({ peer, headers }, ({ address }) => address);
}

describe("the address of a user", () => {
  it("is the other end's where nobody is trusted to say otherwise", () => {
    expect(addressOf("192.0.2.7", "198.51.100.1", "")).toBe("192.0.2.7");
    expect(addressOf(PROXY, "198.51.100.1", "")).toBe(PROXY);
  });

  it.each([
    ["one proxy", PROXY, "198.51.100.1", "198.51.100.1"],
    [
      "one proxy, as a socket of both kinds tells it",
      `::ffff:${PROXY}`,
      "198.51.100.1",
      "198.51.100.1",
    ],
    ["one proxy of IPv6", "fd00::1", "2001:db8::1", "2001:db8::1"],
    ["two proxies", PROXY, "198.51.100.1, 10.9.9.9", "198.51.100.1"],
    ["three", PROXY, "198.51.100.1,10.9.9.9,fd00::7", "198.51.100.1"],
    ["blanks", PROXY, "  198.51.100.1  ", "198.51.100.1"],
    ["an invention in front", PROXY, "127.0.0.1, 198.51.100.1", "198.51.100.1"],
    ["a trusted address invented in front", PROXY, "10.1.1.1, 198.51.100.1", "198.51.100.1"],
    ["many inventions", PROXY, "1.1.1.1, 10.1.1.1, 198.51.100.1, 10.2.2.2", "198.51.100.1"],
    ["none but proxies", PROXY, "10.1.1.1, 10.2.2.2", "10.1.1.1"],
    ["nothing", PROXY, "", PROXY],
    ["a gap", PROXY, "198.51.100.1, , 10.2.2.2", "10.2.2.2"],
    ["a comma at the end", PROXY, "198.51.100.1,", PROXY],
    ["something that is no address", PROXY, "198.51.100.1, unknown", PROXY],
    ["something long", PROXY, "x".repeat(500), PROXY],
    ["an address with its port", PROXY, "198.51.100.1:4711", "198.51.100.1"],
    ["an IPv6 address with its port", PROXY, "[2001:db8::1]:4711", "2001:db8::1"],
  ])("is told by %s", (_name, peer, forwardedFor, expected) => {
    expect(addressOf(peer, forwardedFor)).toBe(expected);
  });

  it("is not told by who is no proxy of ours", () => {
    expect(addressOf("192.0.2.7", "198.51.100.1")).toBe("192.0.2.7");
    expect(addressOf("192.0.2.7", "198.51.100.1, 10.1.1.1")).toBe("192.0.2.7");
    expect(addressOf("", "198.51.100.1")).toBe("");
  });
});

describe("a request", () => {
  it.each([
    [{}, false],
    [{ "accept-language": "en", host: "127.0.0.1" }, false],
    [{ "x-forwarded-for": "" }, true],
    [{ via: "1.1 nginx" }, true],
    [{ "x-forwarded": "for=192.0.2.7" }, true],
    [{ "x-cluster-client-ip": "192.0.2.7" }, true],
    [{ "client-ip": "192.0.2.7" }, true],
    [{ "x-envoy-external-address": "192.0.2.7" }, true],
    [{ "ali-cdn-real-ip": "192.0.2.7" }, true],
    [{ "x-azure-clientip": "192.0.2.7" }, true],
    [{ "x-amzn-trace-id": "Root=1" }, true],
    [{ "cdn-loop": "cloudflare" }, true],
    [{ "client-hints": "none" }, false],
    [{ "x-real-ip": "192.0.2.7" }, true],
    [{ "x-forwarded-proto": "https" }, true],
    [{ "x-forwarded-host": "board.example" }, true],
    [{ "cf-connecting-ip": "192.0.2.7" }, true],
    [{ "x-forwarded-for": "192.0.2.7" }, true],
    [{ forwarded: "for=192.0.2.7" }, true],
    [{ forwarded: "" }, true],
  ])("with %j was passed on: %j", (headers, isForwarded) => {
    expect(duringRequest({ headers }, (context) => context)).toMatchObject({
      peer: "127.0.0.1",
      isForwarded,
    });
  });

  it("is known wherever its handling leads, and nowhere else", async () => {
    const peers = ["192.0.2.1", "192.0.2.2"];
    const seen = peers.map((peer) =>
      duringRequest({ peer }, async () => {
        await nextTurn();
        return requestContext()?.peer;
      }),
    );
    expect(await Promise.all(seen)).toEqual(peers);
    expect(requestContext()).toBeUndefined();
  });

  it("is entered for what comes after", () => {
    new AsyncResource("request").runInAsyncScope(() => {
      const request = incoming({ peer: "192.0.2.7" });
      const context = enterRequest(request, new ServerResponse(request));
      expect(requestContext()).toBe(context);
    });
  });
});

describe("the work for a request", () => {
  it("begins once while somebody waits for it", () => {
    duringRequest({}, (context) => {
      expect(context.hasBegun).toBe(false);
      expect(beginWork()).toBe(true);
      expect(context.hasBegun).toBe(true);
    });
  });

  it("does not begin for who has left", () => {
    duringRequest({}, (context) => {
      context.response.emit("close");
      expect(context.closed.aborted).toBe(true);
      expect(beginWork()).toBe(false);
      expect(context.hasBegun).toBe(false);
    });
  });
});

describe("the outcome of a request", () => {
  it("is the first that went wrong", () => {
    const outcome = duringRequest({}, (context) => {
      noteOutcome("not_found");
      noteOutcome("internal");
      return context.outcome;
    });
    expect(outcome).toBe("not_found");
  });

  it("is nobody's outside of one", () => {
    expect(() => noteOutcome("internal")).not.toThrow();
  });
});
