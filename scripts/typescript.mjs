import { ROOT } from "./process.mjs";

/** Imports one of the project's TypeScript files into this process. */
export async function importTypeScript(path) {
  process.chdir(ROOT);
  const { register } = await import("tsx/esm/api");
  const unregister = register();
  try {
    return await import(new URL(path, `file://${ROOT}/`).href);
  } finally {
    await unregister();
  }
}
