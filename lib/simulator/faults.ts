export type Fault = {
  action?: string;
  regionId?: string;
  /** How often it strikes before it is used up; without it for ever. */
  times?: number;
  /** How many requests that it matches pass before it strikes. */
  after?: number;
} & (
  | { kind: "latency"; ms: number }
  | {
      kind: "error";
      code: string;
      status?: number;
      message?: string;
      headers?: Record<string, string>;
      retryAfterMs?: number;
    }
  | {
      kind: "throttle";
      code?: "Throttling" | "Throttling.User" | "Throttling.Api";
      retryAfterMs?: number;
    }
  | { kind: "reset" }
  | { kind: "half-body" }
  | { kind: "hang" }
  | { kind: "body"; body: string; status?: number; contentType?: string }
  | { kind: "xml" }
  | { kind: "wrong-types" }
  | { kind: "status"; status: number }
  | { kind: "drip"; ms: number; bytes: number }
  | { kind: "big-body"; bytes: number; contentLength?: boolean }
  | { kind: "total"; value: number | null }
  | { kind: "clock-skew"; ms: number }
);

export type Faults = { add(fault: Fault): () => void; clear(): void; list(): Fault[] };

type StruckRequest = {
  action: string;
  regionId: string;
  /** Whether the gateway's own checks refused it. */
  refused: boolean;
};

export type FaultBox = Faults & {
  /** Uses up one strike of the first clock skew that matches: what to add to the gateway's clock. */
  clockSkewMs(request: Omit<StruckRequest, "refused">): number;
  /** Uses up one strike of the first latency and of the first other fault that match. */
  take(request: StruckRequest): { latencyMs: number; fault: Fault | undefined };
};

type Entry = { fault: Fault; left: number; passes: number };

/** One fault of each lane can strike the same request. */
type Lane = "clock" | "latency" | "answer";

function laneOf({ kind }: Fault): Lane {
  if (kind === "clock-skew") return "clock";
  return kind === "latency" ? "latency" : "answer";
}

function matches({ fault }: Entry, request: StruckRequest): boolean {
  // The gateway verifies before it throttles, so these two never hide a badly signed request.
  if (request.refused && (fault.kind === "error" || fault.kind === "throttle")) return false;
  return (
    (fault.action === undefined || fault.action === request.action) &&
    (fault.regionId === undefined || fault.regionId === request.regionId)
  );
}

export function createFaults(): FaultBox {
  let entries: Entry[] = [];

  function strike(lane: Lane, request: StruckRequest): Fault | undefined {
    const hit = entries.filter((entry) => laneOf(entry.fault) === lane && matches(entry, request));
    const struck = hit.find(({ passes }) => passes === 0);
    for (const entry of hit) entry.passes = Math.max(0, entry.passes - 1);
    if (!struck) return undefined;
    struck.left -= 1;
    if (struck.left <= 0) entries = entries.filter((other) => other !== struck);
    return struck.fault;
  }

  /** As it was added, with what is left of its counts. */
  function listed({ fault, left, passes }: Entry): Fault {
    const times = left === Infinity ? {} : { times: left };
    return { ...fault, ...times, ...(fault.after === undefined ? {} : { after: passes }) };
  }

  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? Infinity, passes: fault.after ?? 0 };
      entries.push(entry);
      return () => {
        entries = entries.filter((other) => other !== entry);
      };
    },
    clear() {
      entries = [];
    },
    list: () => entries.map(listed),
    clockSkewMs(request) {
      const skew = strike("clock", { ...request, refused: false });
      return skew?.kind === "clock-skew" ? skew.ms : 0;
    },
    take(request) {
      const latency = strike("latency", request);
      const fault = strike("answer", request);
      return { latencyMs: latency?.kind === "latency" ? latency.ms : 0, fault };
    },
  };
}
