/** Preloaded into a measured program: leaves its peak resident memory, in kilobytes, in a file when it ends. */
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  writeFileSync(process.env.BENCH_PEAK_FILE, String(process.resourceUsage().maxRSS));
});
