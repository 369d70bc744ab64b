import "server-only";
import { type SqliteDatabase, SqliteAdapter, SqliteDialect, SqliteDriver } from "kysely";
import type { Database } from "libsql";

type RetryWhileBusy = <Result>(work: () => Result) => Promise<Result>;

/** kysely's SQLite, with what a long life on a file that several processes may open asks for. */
export class SqliteFile extends SqliteDialect {
  readonly #database: Database;
  readonly #retry: RetryWhileBusy;

  constructor(database: Database, retry: RetryWhileBusy) {
    super({ database: finishing(database) });
    this.#database = database;
    this.#retry = retry;
  }

  override createDriver() {
    return new Driver(this.#database, this.#retry);
  }

  /** kysely runs migrations of SQLite outside a transaction unless it is told that they can be in one. */
  override createAdapter() {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl() {
        return true;
      }
    })();
  }
}

/** Transactions without prepared statements: one that fails stays half run, and no commit succeeds after it. */
class Driver extends SqliteDriver {
  readonly #database: Database;
  readonly #retry: RetryWhileBusy;

  constructor(database: Database, retry: RetryWhileBusy) {
    super({ database: finishing(database) });
    this.#database = database;
    this.#retry = retry;
  }

  /** Whoever writes takes the lock at the beginning: taken later, it would be refused without a wait. */
  override async beginTransaction() {
    await this.#retry(() => this.#database.exec("begin immediate"));
  }

  override async commitTransaction() {
    this.#database.exec("commit");
  }

  /** On a full disk SQLite has rolled back by itself. */
  override async rollbackTransaction() {
    if (this.#database.inTransaction) this.#database.exec("rollback");
  }
}

/** Runs pragmas to their end: run as a write, `incremental_vacuum` would stop at the first page. */
function finishing(database: Database): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        reader: statement.reader || sql.startsWith("pragma"),
        all: (parameters) => statement.all([...parameters]),
        run: (parameters) => statement.run([...parameters]),
        iterate: (parameters) => statement.iterate([...parameters]),
      };
    },
  };
}
