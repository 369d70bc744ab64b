import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/e2e/app-server";

const FILE = join(import.meta.dirname, "../../deploy/nginx/tunnelboard.conf");

/** Debian's, with the file of `deploy`: only hosts, the port and the certificate are others. */
export async function startNginx(ports: number[]) {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-nginx-"));
  const port = await freePort();
  const site = readFileSync(FILE, "utf8")
    .replace(/tunnelboard-(\d):3000/g, (_, number) => `127.0.0.1:${ports[Number(number) - 1]}`)
    .replace("listen 443 ssl;", `listen 127.0.0.1:${port};`)
    .replace(/ssl_certificate.*;/g, "");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const main = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 256; }
    http { access_log off;
    ${temporary.map((one) => `${one}_temp_path ${folder}/${one};`).join("\n")}
    ${site} }`;
  const path = join(folder, "nginx.conf");
  writeFileSync(path, main);
  const child = spawn(process.env.NGINX_PATH ?? "nginx", ["-c", path, "-p", folder], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const stop = () => child.kill("SIGTERM");
  process.once("exit", stop);
  return {
    url: `http://127.0.0.1:${port}`,
    /** How often a replica refused a connection, or broke one off; nginx then asks another. */
    retries: () => {
      const text = readFileSync(join(folder, "error.log"), "utf8");
      const count = (kind: RegExp) => text.match(kind)?.length ?? 0;
      return { refused: count(/Connection refused/g), broken: count(/reset by peer|prematurely/g) };
    },
    close: async () => {
      process.off("exit", stop);
      const exited = once(child, "exit");
      stop();
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}
