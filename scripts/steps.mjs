/** Runs steps one after another, all of them, and says at the end how they went. */
export async function runSteps(steps) {
  const failed = [];
  for (const [name, step] of steps) {
    console.log(`\n── ${name}`);
    if ((await step()) !== 0) failed.push(name);
  }
  for (const name of failed) console.error(`failed: ${name}`);
  console.log(`\nsteps: ${steps.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
