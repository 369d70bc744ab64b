import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { ask } from "@/e2e/raw-request";
import { expect } from "@/e2e/fixtures";
import { CONNECTIONS, FILES, requestsIn, test } from "@/e2e/large-account";

/** As the server has it. */
const AT_A_TIME = 3;
const MAX_WAITING = 20;

type Download = {
  /** Once the file has begun to come. */
  response: Promise<IncomingMessage>;
  hasBegun: () => boolean;
  leave: () => void;
};

/** Asks for a file and takes nothing of it before somebody reads the response. */
function download(url: string): Download {
  const request = get(url, { agent: false });
  // Leaving is an error of its own.
  request.on("error", () => undefined);
  let hasBegun = false;
  const response = once(request, "response").then(([first]: IncomingMessage[]) => {
    if (first === undefined) throw new Error("There is no response.");
    hasBegun = true;
    first.on("error", () => undefined);
    return first;
  });
  response.catch(() => undefined);
  return { response, hasBegun: () => hasBegun, leave: () => request.destroy() };
}

async function textOf({ response }: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await response) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test("a fourth file waits for one of three, whose user vanishes", async ({ app }) => {
  const slow = Array.from({ length: AT_A_TIME }, () => download(app.url + FILES.csv));
  await Promise.all(slow.map(({ response }) => response));
  const fourth = download(app.url + FILES.json);
  // Others are served meanwhile.
  for (let turn = 0; turn < 20; turn += 1) {
    expect((await ask(app.url, "/api/health")).status).toBe(200);
  }
  expect(fourth.hasBegun()).toBe(false);
  slow[0]?.leave();
  const file = JSON.parse(await textOf(fourth));
  expect(file.vpnConnections).toHaveLength(CONNECTIONS);
  expect(file.isComplete).toBe(true);
  // Whoever was slow gets a whole file all the same.
  const text = await textOf(slow[1] ?? fourth);
  expect(text.includes(`\r\n#end,${CONNECTIONS},`)).toBe(true);
  slow[2]?.leave();
});

test("when too many wait, the next is told to come again, and who has left counts no more", async ({
  app,
}) => {
  const slow = Array.from({ length: AT_A_TIME }, () => download(app.url + FILES.csv));
  await Promise.all(slow.map(({ response }) => response));
  const waiting = Array.from({ length: MAX_WAITING }, () => download(app.url + FILES.csv));
  await expect
    .poll(async () => {
      const refused = download(app.url + FILES.csv);
      const answered = await Promise.race([refused.response, ask(app.url, "/api/health")]);
      refused.leave();
      return "statusCode" in answered ? answered.statusCode : null;
    })
    .toBe(503);
  const refused = await ask(app.url, FILES.csv, { headers: { "accept-language": "zh-CN" } });
  expect(refused.status).toBe(503);
  expect(refused.headers["retry-after"]).toBe("10");
  expect(refused.headers["content-disposition"]).toBeUndefined();
  expect(JSON.parse(refused.body)).toMatchObject({
    code: "busy",
    title: "同时下载的文件过多",
    retryAfter: 10,
  });
  for (const one of waiting) one.leave();
  for (const one of slow) one.leave();
  expect((await ask(app.url, FILES.csv)).status).toBe(200);
});

test("a download that is broken off ends without the mark of a whole file", async ({ app }) => {
  const broken = download(app.url + FILES.csv);
  const response = await broken.response;
  let text = "";
  response.on("data", (chunk) => {
    text += String(chunk);
    broken.leave();
  });
  await new Promise((resolve) => {
    response.once("close", resolve);
  });
  expect(text.includes("vpnConnectionId")).toBe(true);
  expect(text.includes("#end")).toBe(false);
  expect(response.complete).toBe(false);
  const path = new URL(FILES.csv, app.url).pathname;
  await expect
    .poll(() => requestsIn(app.output(), path).filter(({ isWhole }) => isWhole === false).length)
    .toBeGreaterThan(0);
});

test("HEAD of a file leaves nothing behind", async ({ app }) => {
  for (let turn = 0; turn <= AT_A_TIME; turn += 1) {
    const head = await ask(app.url, FILES.csv, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.headers["content-disposition"]).toContain("attachment");
  }
});
