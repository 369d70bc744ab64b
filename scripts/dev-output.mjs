import { PassThrough } from "node:stream";
import pretty from "pino-pretty";

/** Who reads on a terminal gets lines of words; a file or another program gets the JSON as it is. */
export function isReadByPeople(output, env) {
  return output.isTTY === true && env.TERM !== "dumb";
}

/**
 * Turns the log's JSON lines into readable ones, and leaves the others. They come here with everything
 * secret struck out: the server does so before it writes.
 */
export function readable(output, { colorize = true } = {}) {
  const input = new PassThrough();
  input.pipe(
    pretty({
      colorize,
      destination: output,
      translateTime: "SYS:HH:MM:ss.l",
      singleLine: true,
      ignore: "pid,hostname",
    }),
  );
  return input;
}
