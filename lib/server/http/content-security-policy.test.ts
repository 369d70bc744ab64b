import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "@/lib/server/http/content-security-policy";

const directives = (isDevelopment: boolean) =>
  new Map(
    contentSecurityPolicy("abc123", isDevelopment)
      .split("; ")
      .map((directive): [string, string[]] => {
        const [name = "", ...sources] = directive.split(" ");
        return [name, sources];
      }),
  );

describe("the content security policy", () => {
  it("in production allows scripts and styles by nonce, and nothing unsafe", () => {
    const policy = directives(false);
    expect(policy.get("script-src")).toEqual(["'self'", "'nonce-abc123'", "'strict-dynamic'"]);
    expect(policy.get("style-src")).toEqual(["'self'", "'nonce-abc123'"]);
    expect(policy.get("connect-src")).toEqual(["'self'"]);
    expect(contentSecurityPolicy("abc123", false)).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
  });

  it.each([true, false])("shuts everything else (development: %s)", (isDevelopment) => {
    const policy = directives(isDevelopment);
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy.get("form-action")).toEqual(["'self'"]);
    expect(policy.has("object-src")).toBe(false);
  });

  it("in development adds what the bundler needs", () => {
    const policy = directives(true);
    expect(policy.get("script-src")).toContain("'unsafe-eval'");
    expect(policy.get("style-src")).toEqual(["'self'", "'unsafe-inline'"]);
    expect(policy.get("connect-src")).toContain("ws:");
  });
});
