import { readFileSync } from "node:fs";
import { startApp } from "@/e2e/app-server";
import { expect, test } from "@/e2e/fixtures";
import { visit } from "@/e2e/every-address";
import en from "@/lib/i18n/messages/en.json" with { type: "json" };
import { startSimulator } from "@/lib/simulator/simulator";
import { api, isApiPath } from "@/lib/vpn/hrefs";

const DEMO = "http://127.0.0.1:3000";

/** The addresses that docs/tour.md names, without the parts of pages. */
const ADDRESSES = [...readFileSync("docs/tour.md", "utf8").matchAll(/\]\(([^)#]+)/g)].map(
  ([, address = ""]) => address.replace(DEMO, ""),
);

test("every link of the tour shows what is there in the demo", async () => {
  expect(ADDRESSES.length).toBeGreaterThan(15);
  const simulator = await startSimulator({ regions: 12, connections: 300 });
  const app = await startApp(simulator, { TUNNELBOARD_CACHE_SECONDS: "60" });
  // Then all regions have been read, and no page says that it still reads.
  await fetch(`${app.url}${api.vpnConnections(null)}?wait=20`);
  const wrong = await Promise.all(
    ADDRESSES.map(async (address) => {
      const as = isApiPath(address) ? "data" : "page";
      const { summary, body } = await visit(app, simulator, { route: address, address, as });
      const isSound = summary === (as === "data" ? "200 file" : "200");
      return isSound && !body.includes(`>${en.pages.notFound.title}</h1>`)
        ? []
        : [`${address}: ${summary}`];
    }),
  );
  await app.close();
  await simulator.close();
  expect(wrong.flat()).toEqual([]);
});
