import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { User } from "@/lib/server/auth/user";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { replyWithoutQuery } from "@/lib/server/http/reply-without-query";
import { forgetAll } from "@/lib/server/testing/account";
import { user } from "@/lib/server/testing/translations";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));
vi.mock("@/lib/server/auth/current-user", () => import("@/lib/server/testing/current-user"));

beforeEach(() => {
  forgetAll();
  user.locale = "en";
});
afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

const ask = (query: string, read: (user: User) => Promise<object>) => {
  const nextUrl = new URL(`http://localhost/api/x${query}`);
  return replyWithoutQuery({ nextUrl }, read);
};

describe("the reply of an address without parameters", () => {
  it("is the answer, read for the user's language", async () => {
    user.locale = "zh-CN";
    const response = await ask("", async ({ locale }) => ({ locale }));
    expect(await response.json()).toEqual({ locale: "zh-CN" });
  });

  it.each(["?pageNumber=1", "?x", "?=", "?pageNumber=&y=1"])(
    "to %s is a 400 that names the first parameter, and nothing is read",
    async (query) => {
      const read = vi.fn<() => Promise<object>>();
      const response = await ask(query, read);
      expect(response.status).toBe(400);
      const [parameter] = new URLSearchParams(query).keys();
      expect(await response.json()).toMatchObject({ code: "invalid_parameter", parameter });
      expect(read).not.toHaveBeenCalled();
    },
  );

  it("is a problem when the reading fails", async () => {
    const response = await ask("", async () => {
      throw new ParameterError("vpnGatewayId", "unknownVpnGateway");
    });
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});
