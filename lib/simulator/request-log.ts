export type RecordedRequest = {
  method: string;
  action: string;
  regionId: string;
  parameters: Record<string, string>;
  /** Whether the signature was right. */
  verified: boolean;
  /** "OK", Alibaba's error code, or the kind of the fault that took the answer's place. */
  answer: string;
  at: number;
};

const kept = 10_000;

export function record(requests: RecordedRequest[], request: RecordedRequest): void {
  requests.push(request);
  if (requests.length > kept) requests.splice(0, requests.length - kept);
}
