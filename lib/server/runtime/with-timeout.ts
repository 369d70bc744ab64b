import "server-only";

/**
 * What the work comes to, or what `late` says where it takes longer. The timer ends with the work: until it did, it
 * would keep all that its request has made in memory. The work itself goes on, and its failure is then nobody's.
 */
export function withTimeout<Result, Late>(
  work: Promise<Result>,
  timeoutMs: number,
  late: () => Late | Promise<Late>,
): Promise<Result | Late> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(Promise.resolve().then(late)), timeoutMs);
    timer.unref();
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
