import type { Asked } from "@/e2e/raw-request";
import { ask } from "@/e2e/raw-request";
import { expect, REGION } from "@/e2e/fixtures";
import { sessionIn, signIn, test } from "@/e2e/local-accounts";
import { api, pages } from "@/lib/vpn/hrefs";

const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** What nothing here asks for, and the answer. */
const ODD: [string, string, Asked, number][] = [
  ["a read with a body", api.regions, { body: "x", headers: { "content-length": 1 } }, 400],
  ["a read with a chunked body", api.regions, { headers: { "transfer-encoding": "chunked" } }, 400],
  ["a page with a body", pages.home, { body: "x", headers: { "content-length": 1 } }, 400],
  ["a huge body", api.signIn(), { body: "x".repeat(1_000_000), ...withLength(1_000_000) }, 413],
  [
    "a chunked form",
    api.signIn(),
    { method: "POST", body: "user=a", headers: { ...FORM, "transfer-encoding": "chunked" } },
    411,
  ],
  ...["application/json", "multipart/form-data; boundary=x", "text/plain", ""].map(
    (type): [string, string, Asked, number] => [
      `a form as ${type}`,
      api.signIn(),
      { method: "POST", body: "{}", headers: { "content-type": type, "content-length": 2 } },
      415,
    ],
  ),
  ...["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "TRACE"].flatMap((method) =>
    [api.regions, api.signIn(), pages.home].map((address): [string, string, Asked, number] => [
      `${method} ${address}`,
      address,
      { method },
      405,
    ]),
  ),
  ["OPTIONS *", "*", { method: "OPTIONS" }, 405],
  ["an address of 13 kB", `${api.regions}?x=${"x".repeat(13_000)}`, {}, 414],
  ["a page's address of 13 kB", `/?q=${"x".repeat(13_000)}`, {}, 414],
  ["an address of 20 kB", `/?q=${"x".repeat(20_000)}`, {}, 431],
  ["a cookie of 20 kB", api.regions, { headers: { cookie: `a=${"x".repeat(20_000)}` } }, 431],
  ["a header of 20 kB", api.regions, { headers: { "x-a": "x".repeat(20_000) } }, 431],
];

function withLength(length: number): Asked {
  return { method: "POST", headers: { ...FORM, "content-length": length } };
}

test("a request of a shape that nothing asks for is refused, signed in or not", async ({ app }) => {
  const cookie = sessionIn(await signIn(app.url, { user: "vera" }));
  for (const [what, address, asked, status] of ODD) {
    for (const more of [{}, { cookie }]) {
      const headers = { origin: app.url, ...more, ...asked.headers };
      const answer = await ask(app.url, address, { ...asked, headers });
      expect(answer.status, what).toBe(status);
      expect(answer.body.length, what).toBeLessThan(1_000);
      expect(answer.body, what).not.toContain(cookie);
      expect(answer.cookies, what).toEqual([]);
      if (status !== 431 && address.startsWith("/api")) {
        expect(answer.headers["content-type"], what).toBe("application/problem+json");
      }
    }
  }
  expect((await ask(app.url, api.regions, { headers: { cookie } })).status).toBe(200);
});

test("a request to speak another protocol is answered, and its connection not kept", async ({
  app,
}) => {
  const cookie = sessionIn(await signIn(app.url, { user: "vera" }));
  for (const upgrade of ["websocket", "h2c"]) {
    const headers = { connection: "Upgrade", upgrade };
    for (const address of [api.regions, "/_next/webpack-hmr"]) {
      expect([303, 401, 404]).toContain((await ask(app.url, address, { headers })).status);
    }
    const signedIn = await ask(app.url, api.regions, { headers: { ...headers, cookie } });
    expect(signedIn.status, upgrade).toBe(200);
  }
});

test("what Next complains of is in the log without what was typed", async ({ app }) => {
  const address = `${pages.vpnConnections(null)}?q=typed-by-a-stranger`;
  expect(
    (await ask(app.url, address, { body: "x".repeat(20_000), ...withLength(20_000) })).status,
  ).toBe(405);
  await ask(app.url, "*?q=typed-by-a-stranger", { method: "OPTIONS" });
  await expect.poll(app.output).toContain('"path":"/*"');
  expect(app.output()).not.toContain("typed-by-a-stranger");
});

test("a parameter that every object has by name is none", async ({ app }) => {
  const cookie = sessionIn(await signIn(app.url, { user: "vera" }));
  for (const name of ["constructor", "toString", "__proto__"]) {
    for (const page of [
      pages.home,
      pages.vpnConnections(null),
      pages.vpnConnections(REGION),
      pages.signIn(),
    ]) {
      const answer = await ask(app.url, `${page}?${name}=x`, { headers: { cookie } });
      expect(answer.status, `${page}?${name}`).toBeLessThan(400);
    }
  }
});
