import "server-only";

/**
 * What the work comes to, or undefined where it takes longer. The timer ends with the work: until it did, it would
 * keep all that its request has made in memory. The work itself goes on, and its failure is then nobody's.
 */
export function withTimeout<Result>(
  work: Promise<Result>,
  timeoutMs: number,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), timeoutMs);
    timer.unref();
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
