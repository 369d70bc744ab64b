import { describe, expect, test } from "vitest";
import { peerConfigOf } from "@/lib/vpn/peer-config/generate";
import { CASES } from "@/lib/vpn/testing/peer-config/cases";
import { READERS } from "@/lib/vpn/testing/peer-config/readers";

const FINDINGS = [
  { rule: "ike-version-1", severity: "high", title: "IKE version 1 is in use" },
  { rule: "pfs-disabled", severity: "medium", title: "Perfect forward secrecy is off" },
];

describe.each(READERS.map(([vendor]) => vendor))("%s", (vendor) => {
  test.each(Object.entries(CASES))(
    "%s is as it was read against the documentation",
    async (name, input) => {
      const config = peerConfigOf(vendor, { ...input, findings: FINDINGS });
      const said =
        config.kind === "refused"
          ? config.refusals.map(
              ({ refusal, values }) => `refused: ${refusal} ${JSON.stringify(values)}`,
            )
          : config.files.map(({ text }) => text);
      await expect(said.join("\n")).toMatchFileSnapshot(`golden/${vendor}/${name}.txt`);
    },
  );
});
