/** Runs once before the server serves. A throw would be ignored by Next, so a bad setting ends it. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startUp } = await import("@/lib/server/start-up");
  await startUp({ isProduction: process.env.NODE_ENV === "production" });
}
