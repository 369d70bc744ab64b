import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { setUp, single, UP } from "@/e2e/wire";
import type { EventList } from "@/lib/vpn/events";
import type { FindingList } from "@/lib/vpn/findings/list";
import { api, pages } from "@/lib/vpn/hrefs";

const group = (IkePfs: string) =>
  single("alpha", UP, {
    IkeConfig: { IkeVersion: "ikev2", IkePfs, Psk: "kX7-pQ2-vB9-tR4-mN6-zW8" },
  });

test("findings come and go in events and metrics, and waivers are read again while the server runs", async ({
  page,
  simulator,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-waivers-"));
  const file = join(folder, "waivers.yaml");
  const waive = (rule: string) =>
    writeFileSync(
      file,
      `waivers:\n  - rule: ${rule}\n    regionId: ${REGION}\n    reason: known\n    until: 2199-12-31\n`,
    );
  waive("dh-group-5");
  setUp(simulator, [group("group14")]);
  const app = await startApp(simulator, {
    TUNNELBOARD_WAIVERS_FILE: file,
    TUNNELBOARD_POLL_SECONDS: "1",
    TUNNELBOARD_REGIONS: REGION,
  });
  const text = async (address: string) => (await fetch(app.url + address)).text();
  const findings = async (): Promise<FindingList> =>
    JSON.parse(await text(`${api.findings({ regionId: REGION, rule: ["dh-group-2"] })}&wait=20`));
  const kinds = ["finding_new", "finding_gone"] as const;

  // What the first look finds is no event, so the key exchange changes until one shows.
  let isWeak = false;
  await expect
    .poll(
      async () => {
        isWeak = !isWeak;
        setUp(simulator, [group(isWeak ? "group2" : "group14")]);
        const { events }: EventList = JSON.parse(await text(api.events({ kind: [...kinds] })));
        return new Set(events.map(({ kind, reason }) => `${kind} ${reason}`));
      },
      { intervals: [1_500], timeout: 60_000 },
    )
    .toEqual(new Set(kinds.map((kind) => `${kind} dh-group-2`)));
  setUp(simulator, [group("group2")]);
  await expect.poll(async () => (await findings()).counts.high).toBe(1);
  await expect.poll(() => text(api.metrics)).toContain('tunnelboard_findings{severity="high"} 1');
  await page.goto(app.url + pages.events({ kind: ["finding_new"] }));
  await expect(page.getByRole("link", { name: "DH group 2" }).first()).toBeVisible();

  waive("dh-group-2");
  await expect.poll(async () => (await findings()).waived).toBe(1);
  expect((await findings()).counts.high).toBe(0);
  await expect.poll(() => text(api.metrics)).toContain('tunnelboard_findings{severity="high"} 0');

  waive("rot13");
  await expect.poll(async () => (await findings()).waiversProblem).toMatch(/^line 2: rule must be/);
  expect((await findings()).waived).toBe(1);
  await page.goto(app.url + pages.findings({ regionId: REGION }));
  await expect(page.getByText(/TUNNELBOARD_WAIVERS_FILE: line 2: rule must be/)).toBeVisible();
  await app.close();
  rmSync(folder, { recursive: true });
});
