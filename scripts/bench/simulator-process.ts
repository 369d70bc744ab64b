import { startSimulator } from "@/lib/simulator/simulator";

/** The simulator in a process of its own, so that it takes no time from who measures. */
const simulator = await startSimulator(JSON.parse(process.argv[2] ?? "{}"));
const { url, accessKeyId, accessKeySecret } = simulator;

process.on("message", () => process.send?.({ calls: simulator.requests.length }));
process.once("disconnect", () => void simulator.close());
process.send?.({ url, accessKeyId, accessKeySecret });
