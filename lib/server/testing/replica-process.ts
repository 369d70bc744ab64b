import "server-only";
import { shareInDatabase } from "@/lib/server/database/store";
import { env } from "@/lib/server/runtime/settings";
import { holdTerm } from "@/lib/server/replicas/term";
import { replicaAt } from "@/lib/server/testing/replicas";

/** A replica that tells its role and, asked by a line, whether it may write in the last term that it had. */
let term: number | null = null;
const replica = replicaAt(env().DATABASE_URL ?? "", {
  onRole: (role) => {
    term = replica.term() ?? term;
    process.stdout.write(`${role} ${replica.term()}\n`);
  },
});
process.stdin.on("data", () => {
  shareInDatabase((db) => db.transaction().execute((tx) => holdTerm(tx, term))).then(
    () => process.stdout.write("written\n"),
    (error: unknown) => process.stdout.write(`${error instanceof Error ? error.name : "?"}\n`),
  );
});
process.stdin.on("end", () => process.exit(0));
