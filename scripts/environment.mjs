import { fail, ROOT } from "./process.mjs";
import { importTypeScript } from "./typescript.mjs";

/**
 * The configuration as the server will read it; ends with a sentence where it is wrong. Wants Node
 * with --conditions=react-server for `server-only`.
 */
export async function checkedEnvironment({ isDevelopment = false } = {}) {
  const nextEnv = await import("@next/env");
  nextEnv.default.loadEnvConfig(ROOT, isDevelopment);
  const { parseEnv } = await importTypeScript("lib/server/runtime/settings.ts");
  const { checkDataFolder } = await importTypeScript("lib/server/runtime/data-folder.ts");
  const { readUsers } = await importTypeScript("lib/server/auth/users-file.ts");
  const { readWaivers } = await importTypeScript("lib/server/inventory/waivers/waivers-file.ts");
  try {
    const env = parseEnv(process.env);
    checkDataFolder(env);
    if (env.TUNNELBOARD_USERS_FILE !== undefined) readUsers(env.TUNNELBOARD_USERS_FILE);
    if (env.TUNNELBOARD_WAIVERS_FILE !== undefined) readWaivers(env.TUNNELBOARD_WAIVERS_FILE);
    return env;
  } catch (error) {
    if (error.name === "EnvError") return fail(`The configuration is wrong.\n${error.message}`);
    if (error.name === "UsersFileError") return fail(`TUNNELBOARD_USERS_FILE ${error.message}.`);
    if (error.name === "WaiversFileError") {
      return fail(`TUNNELBOARD_WAIVERS_FILE ${error.message}.`);
    }
    throw error;
  }
}
