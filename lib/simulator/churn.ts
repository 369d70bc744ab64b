import { isObject } from "./wire-value";
import type { RegionContents } from "./world";

/** What happens at the front of the list; to alternate begins with a removal. */
export type ChurnChange = "remove" | "add" | "alternate";

export type Churn = {
  set(regionId: string, everyCalls: number, change?: ChurnChange): void;
  /** To be told of each call that was answered, once its answer is made. */
  afterCall(action: string, regionId: string): void;
  clear(): void;
};

type Plan = { everyCalls: number; change: ChurnChange; calls: number };

function stepOf({ everyCalls, change, calls }: Plan): "remove" | "add" {
  if (change !== "alternate") return change;
  return (calls / everyCalls) % 2 === 1 ? "remove" : "add";
}

/** Moves lists while they are read, so that pages skip rows or show them twice. */
export function createChurn(world: Map<string, RegionContents>): Churn {
  const plans = new Map<string, Plan>();
  let added = 0;

  /** Like the one now in front, but for its id, which no list of this simulator had before. */
  function next(front: unknown) {
    added += 1;
    const id = `vco-added${String(added).padStart(11, "0")}`;
    return { ...(isObject(front) ? structuredClone(front) : {}), VpnConnectionId: id };
  }

  return {
    set(regionId, everyCalls, change = "alternate") {
      if (!Number.isInteger(everyCalls) || everyCalls < 1) {
        throw new RangeError("everyCalls must be a whole number of at least 1.");
      }
      plans.set(regionId, { everyCalls, change, calls: 0 });
    },
    afterCall(action, regionId) {
      const plan = plans.get(regionId);
      const contents = world.get(regionId);
      if (action !== "DescribeVpnConnections" || !plan || !contents) return;
      plan.calls += 1;
      if (plan.calls % plan.everyCalls !== 0) return;
      const { connections } = contents;
      world.set(regionId, {
        ...contents,
        connections:
          stepOf(plan) === "remove" ? connections.slice(1) : [next(connections[0]), ...connections],
      });
    },
    clear: () => plans.clear(),
  };
}
