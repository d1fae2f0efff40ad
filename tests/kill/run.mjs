/**
 * `npm run test:kill`: stops runs with SIGKILL at random moments and by a full disk, goes on with each by --resume, and
 * compares the result with that of a run that nobody stopped, byte for byte. Takes minutes, so it is no part of
 * `npm test`. Options: --kills N (for each way of writing), --documents N (of each kind), --seed N, --jobs 1,2.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { randomOf, writeInputs } from "./corpus.mjs";

const BODYCOPY = fileURLToPath(new URL("../../bin/bodycopy.js", import.meta.url));
const OUTPUTS = [
  ["ndjson", "all.ndjson"],
  ["json", "all.json"],
  ["ndjson", "all.ndjson.gz"],
];
const INPUTS = ["in/pages", "in/crawl.warc.wet.gz", "in/export.jsonl"];
/** Of the broken inputs. */
const FAILED = 1;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    documents: { type: "string", default: "1500" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string", default: "1,2" },
  },
});
const random = randomOf(Number(values.seed));
const cwd = mkdtempSync(join(tmpdir(), "bodycopy-kill-"));

/** Runs bodycopy; kills it after so many milliseconds, when it is not done by then. */
function run(args, killAfter = null) {
  const child = spawn(process.execPath, [BODYCOPY, ...args], { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const timer = killAfter === null ? null : setTimeout(() => child.kill("SIGKILL"), killAfter);
  const from = performance.now();
  return new Promise((resolve) => {
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, stderr, ms: performance.now() - from });
    });
  });
}

function check(holds, what) {
  if (!holds) throw new Error(what);
}

const equal = (file, other) => readFileSync(join(cwd, file)).equals(readFileSync(join(cwd, other)));

const resumedAfter = (stderr) => Number(/^going on after (\d+) documents/m.exec(stderr)?.[1] ?? 0);

async function killed(format, name, jobs) {
  const args = ["-f", format, ...INPUTS, ...jobs];
  rmSync(join(cwd, "whole"), { recursive: true, force: true });
  mkdirSync(join(cwd, "whole"));
  const whole = await run([...args, "-o", `whole/${name}`]);
  check(whole.code === FAILED, `the whole run ended with ${whole.code}: ${whole.stderr}`);
  const from = [];
  let kills = 0;
  while (kills < Number(values.kills)) {
    rmSync(join(cwd, "out"), { recursive: true, force: true });
    mkdirSync(join(cwd, "out"));
    const resume = [...args, "-o", `out/${name}`, "--resume"];
    // Now and then the run that goes on is stopped too.
    for (let left = 1 + Math.floor(random() * 2); left > 0; left--) {
      const { signal, stderr } = await run(resume, random() * whole.ms);
      from.push(resumedAfter(stderr));
      if (signal === null) break;
      kills++;
    }
    const last = await run(resume);
    from.push(resumedAfter(last.stderr));
    check(last.code === FAILED, `${name}: ended with ${last.code} instead of ${FAILED}: ${last.stderr}`);
    check(equal(`out/${name}`, `whole/${name}`), `${name}: not the bytes of the whole run; see ${cwd}`);
    for (const rest of ["part", "journal"]) {
      check(!existsSync(join(cwd, `out/${name}.bodycopy-${rest}`)), `${name}: the ${rest} is left`);
    }
  }
  const gone = from.filter((documents) => documents > 0).sort((a, b) => a - b);
  console.log(
    `-f ${format} -o ${name} ${jobs.join(" ")}: ${kills} kills, all results equal (${statSync(join(cwd, "whole", name)).size} bytes); ` +
      `gone on with ${gone.length} times, after ${gone[0]} to ${gone.at(-1)} documents`,
  );
}

/** A small file system that is made larger afterwards, by root; else a limit of the size of a file. */
async function fullDisk(format, name) {
  const args = ["-f", format, ...INPUTS];
  const whole = `whole/${name}`;
  rmSync(join(cwd, "whole"), { recursive: true, force: true });
  mkdirSync(join(cwd, "whole"));
  await run([...args, "-o", whole]);
  const room = Math.floor(statSync(join(cwd, whole)).size * 0.6);
  const disk = join(cwd, "disk");
  mkdirSync(disk, { recursive: true });
  const mount = (...options) =>
    spawnSync("mount", ["-t", "tmpfs", "-o", ...options, "tmpfs", disk]).status === 0;
  const resume = [...args, "-o", `disk/${name}`, "--resume"];
  if (mount(`size=${room}`)) {
    try {
      const full = await run(resume);
      check(
        full.code === 1 && full.stderr.includes("no space left on the device"),
        `not full: ${full.stderr}`,
      );
      const again = await run(resume);
      check(resumedAfter(again.stderr) > 0 && again.code === 1, `still full: ${again.stderr}`);
      check(mount("remount,size=1g"), "the file system cannot be made larger");
      const last = await run(resume);
      check(equal(`disk/${name}`, whole), `${name}: not the bytes of the whole run after a full disk`);
      console.log(
        `-o ${name} on a full disk: gone on with after ${resumedAfter(last.stderr)} documents, results equal`,
      );
    } finally {
      spawnSync("umount", [disk]);
    }
    return;
  }
  const limited = spawnSync(
    "sh",
    ["-c", `ulimit -f ${Math.floor(room / 512)}; exec "$@"`, "sh", process.execPath, BODYCOPY, ...resume],
    { cwd },
  );
  check(limited.status === 1, `no limit: ${limited.stderr}`);
  const last = await run(resume);
  check(equal(`disk/${name}`, whole), `${name}: not the bytes of the whole run after a limit of its size`);
  console.log(
    `-o ${name} with a limit of its size: gone on with after ${resumedAfter(last.stderr)} documents, results equal`,
  );
}

// What is wrong can be looked at: the folder is left behind then.
mkdirSync(join(cwd, "in"));
writeInputs(join(cwd, "in"), Number(values.documents));
const help = spawnSync(process.execPath, [BODYCOPY, "--help"], { encoding: "utf8" }).stdout;
const jobs = help.includes("--jobs") ? values.jobs.split(",").map((count) => ["--jobs", count]) : [[]];
for (const [format, name] of OUTPUTS) for (const option of jobs) await killed(format, name, option);
for (const [format, name] of OUTPUTS) await fullDisk(format, name);
rmSync(cwd, { recursive: true });
