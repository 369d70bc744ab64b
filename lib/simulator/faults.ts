export type Fault = {
  action?: string;
  regionId?: string;
  /** How often it strikes before it is used up; without it for ever. */
  times?: number;
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
);

export type Faults = { add(fault: Fault): () => void; clear(): void; list(): Fault[] };

type StruckRequest = {
  action: string;
  regionId: string;
  /** Whether the gateway's own checks refused it. */
  refused: boolean;
};

export type FaultBox = Faults & {
  /** Uses up one strike of the first latency and of the first other fault that match. */
  take(request: StruckRequest): { latencyMs: number; fault: Fault | undefined };
};

type Entry = { fault: Fault; left: number };

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

  function strike(entry: Entry | undefined): Fault | undefined {
    if (!entry) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) entries = entries.filter((other) => other !== entry);
    return entry.fault;
  }

  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? Infinity };
      entries.push(entry);
      return () => {
        entries = entries.filter((other) => other !== entry);
      };
    },
    clear() {
      entries = [];
    },
    list: () =>
      entries.map(({ fault, left }) => (left === Infinity ? fault : { ...fault, times: left })),
    take(request) {
      const hit = entries.filter((entry) => matches(entry, request));
      const latency = strike(hit.find(({ fault }) => fault.kind === "latency"));
      const fault = strike(hit.find(({ fault }) => fault.kind !== "latency"));
      return { latencyMs: latency?.kind === "latency" ? latency.ms : 0, fault };
    },
  };
}
