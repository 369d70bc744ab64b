import "server-only";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { sql } from "kysely";
import { writeToDatabase } from "@/lib/server/database/store";

/** Another process that begins to write to a file and does not come to its end. */
export async function holdLock(file: string): Promise<() => Promise<void>> {
  const program = `
    const Libsql = require("libsql");
    const database = new Libsql(process.argv[1]);
    database.exec("begin immediate");
    console.log("locked");
    process.stdin.resume().on("end", () => process.exit());
  `;
  const args = ["--input-type=commonjs", "-e", program, file];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return async () => {
    child.stdin.end();
    await once(child, "exit");
  };
}

type SmallDisk = {
  /** Leaves no room for what is to come. */
  fill: () => Promise<void>;
  grow: () => Promise<void>;
  /** After the database has been closed. */
  end: () => void;
};

function mount(...args: string[]): boolean {
  return spawnSync("mount", args).status === 0;
}

async function limit(pages: number): Promise<void> {
  await writeToDatabase((db) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(db));
}

/** A disk of one megabyte at a folder where this process may mount one, else a database that may not grow. */
export function smallDisk(folder: string): SmallDisk {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && mount("-t", "tmpfs", "-o", "size=1m,mode=700", "tunnelboard-test", folder)) {
    return {
      fill: async () => undefined,
      grow: async () => {
        mount("-o", "remount,size=64m", folder);
      },
      end: () => {
        spawnSync("umount", ["--lazy", folder]);
      },
    };
  }
  return {
    fill: () => limit(1),
    grow: () => limit(1_000_000),
    end: () => undefined,
  };
}
