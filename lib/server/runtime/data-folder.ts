import "server-only";
import { accessSync, constants, mkdirSync } from "node:fs";
import { EnvError } from "@/lib/server/runtime/settings";

type Settings = { TUNNELBOARD_DATA_DIR?: string; DATABASE_URL?: string };

/**
 * A folder that was named must be one in which the database can live: whoever names it wants history kept.
 * Without a name history does without one that cannot be written. Throws EnvError.
 */
export function checkDataFolder({ TUNNELBOARD_DATA_DIR: folder, DATABASE_URL }: Settings): void {
  if (folder === undefined || DATABASE_URL !== undefined) return;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new EnvError(
      "TUNNELBOARD_DATA_DIR must be a folder that this process may write to, or create.",
    );
  }
}
