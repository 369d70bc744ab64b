import "server-only";
import { recordRead, untilRecorded } from "@/lib/server/history/recorder";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

/** Run as a process that will be killed: every read turns each connection around. Prints what it has written. */
const COUNT = 200;
for (let round = 0; ; round += 1) {
  const status = round % 2 === 0 ? "ipsec_sa_established" : "ike_sa_not_established";
  const connections = Array.from({ length: COUNT }, (_, index) =>
    connection(`vco-${index}`, [tunnel(status)], { regionId: "region-1" }),
  );
  await recordRead({ regionId: "region-1", at: 1_000 * (round + 1), connections }, null);
  await untilRecorded();
  process.stdout.write(`${round + 1}\n`);
}
