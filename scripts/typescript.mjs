import { ROOT } from "./process.mjs";

/** Imports one of the project's TypeScript files into this process. */
export async function importTypeScript(path) {
  process.chdir(ROOT);
  // Its cache is a folder of everybody's /tmp, and it fails where that cannot be written.
  process.env.TSX_DISABLE_CACHE = "1";
  const { register } = await import("tsx/esm/api");
  const unregister = register();
  try {
    return await import(new URL(path, `file://${ROOT}/`).href);
  } finally {
    await unregister();
  }
}
