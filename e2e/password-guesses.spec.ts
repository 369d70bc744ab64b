import type { Answer } from "@/e2e/raw-request";
import { ask } from "@/e2e/raw-request";
import { expect } from "@/e2e/fixtures";
import { GUESTS, sessionIn, type SignIn, signIn, test } from "@/e2e/local-accounts";
import { api } from "@/lib/vpn/hrefs";

const AT_ONCE = 50;
const JSON_PLEASE = { accept: "application/json" };

/** Sends guesses, many at a time, and tells how many reached the password and what the others heard. */
async function guess(url: string, count: number, of: (index: number) => SignIn) {
  let next = 0;
  let [reached, odd] = [0, 0];
  const waits: Answer[] = [];
  const one = async () => {
    while (next < count) {
      const answer = await signIn(url, { headers: JSON_PLEASE, ...of(next++) });
      if (answer.status === 401) reached += 1;
      else if (answer.status === 429) waits.push(answer);
      else odd += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return { reached, odd, waits };
}

const at = (index: number) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;

/** As many as the time of a test run allows for; ten thousand end no other way. */
const [MANY, SOME] = [400, 120];

for (const [from, guessed, count, most, of] of [
  [
    "many addresses",
    "one user",
    MANY,
    15,
    (index: number) => ({ user: "olga", password: `guess ${index}`, from: at(index) }),
  ],
  [
    "one address",
    "many users",
    SOME,
    35,
    (index: number) => ({ user: `guest${index % GUESTS}`, password: "12345678", from: "10.9.9.9" }),
  ],
  [
    "one address behind others that it makes up",
    "many users",
    SOME,
    35,
    (index: number) => ({
      user: `guest${index % GUESTS}`,
      password: "x",
      from: `${at(index)}, 10.9.9.8`,
    }),
  ],
  [
    "one network of IPv6",
    "many users",
    SOME,
    35,
    (index: number) => ({
      user: `guest${index % GUESTS}`,
      password: "x",
      from: `2001:db8:1:2::${index}`,
    }),
  ],
] as const) {
  test(`guesses at ${guessed} from ${from} are soon not even looked at`, async ({ app }) => {
    const { reached, odd, waits } = await guess(app.url, count, of);
    expect(odd).toBe(0);
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThan(most);
    expect(reached + waits.length).toBe(count);
    const last = waits.at(-1);
    expect(Number(last?.headers["retry-after"])).toBeGreaterThan(0);
    expect(JSON.parse(last?.body ?? "{}")).toMatchObject({ code: "too_many_attempts" });
    const other = await signIn(app.url, { user: "vera", from: "10.8.8.8" });
    expect(other.status, "another user at another address").toBe(303);
    expect(sessionIn(other)).not.toBe("");
  });
}

test("nobody learns which users there are", async ({ app }) => {
  const tries: Record<string, Partial<SignIn>> = {
    "a wrong password": { user: "mila", password: "in-the-dark" },
    "an unknown user": { user: "nobody", password: "in-the-dark" },
    "a name that is none": { user: "a b:c", password: "in-the-dark" },
    "a name with a line": { user: "x\nolga operator -", password: "in-the-dark" },
    "no password": { user: "mila", password: "" },
    "a password that goes on": { user: "ines", password: "x".repeat(5_000) },
    "no name": { user: "", password: "in-the-dark" },
  };
  const heard = new Set<string>();
  for (const [index, [what, one]] of Object.entries(tries).entries()) {
    const told = { user: "", from: `10.7.0.${index}`, headers: JSON_PLEASE, ...one };
    const { status, body, headers } = await signIn(app.url, told);
    expect(status, what).toBe(401);
    heard.add(`${body} ${Object.keys(headers).join()}`);
    if (index > 1) continue;
    const page = await signIn(app.url, { ...told, headers: {} });
    expect(page.headers.location, what).toBe("/sign-in?reason=password");
    const names = page.cookies.map((cookie) => cookie.split("=", 1)[0]);
    expect(names, what).toEqual(["tunnelboard-last-user-name"]);
  }
  expect([...heard]).toHaveLength(1);
  const none = await ask(app.url, api.signIn(), {
    form: {},
    headers: { origin: app.url, "x-forwarded-for": "10.7.1.1", ...JSON_PLEASE },
  });
  expect(none.status, "an empty form").toBe(401);
  await expect
    .poll(app.output)
    .toContain('"user":null,"role":null,"by":"local","address":"10.7.1.1"');
  expect(app.output().includes("in-the-dark"), "a guess in the log").toBe(false);
});
