import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { InputError } from "../../src/errors.js";
import { discover } from "../../src/input/discover.js";
import type { InputFile } from "../../src/input/inputFile.js";
import { tree } from "./tree.js";

const failure = vi.hoisted(() => ({ folder: "", code: "" }));

/** Whoever runs the tests may read everything, so a folder that cannot be listed is made up. */
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const refused = (path: unknown) =>
    failure.folder !== "" && String(path).replace(/\/$/, "").endsWith(failure.folder)
      ? Object.assign(new Error("refused"), { code: failure.code })
      : null;
  return {
    ...fs,
    readdirSync: (path: string, ...rest: never[]) => {
      const error = refused(path);
      if (error !== null) throw error;
      return fs.readdirSync(path, ...rest);
    },
    readdir: (path: string, options: never, done: (error: Error | null, entries?: unknown) => void) => {
      const error = refused(path);
      if (error === null) fs.readdir(path, options, done);
      else done(error);
    },
  };
});

afterEach(() => {
  failure.folder = "";
});

async function found(paths: readonly string[], cwd: string): Promise<(InputFile | InputError)[]> {
  const inputs: (InputFile | InputError)[] = [];
  for await (const input of discover(paths, { cwd })) inputs.push(input);
  return inputs;
}

/** Paths as they are shown; of errors the kind too. */
async function shown(paths: readonly string[], cwd: string): Promise<string[]> {
  return (await found(paths, cwd)).map((input) =>
    input instanceof InputError ? `${input.path}: ${input.problem.kind}` : (input.path ?? "stdin"),
  );
}

describe("standard input", () => {
  const stdin = { kind: "stdin", path: null, root: null, origin: "explicit" };
  it("is no path at all, and a dash", async () => {
    expect(await found([], "/")).toEqual([stdin]);
    expect(await found(["-"], "/")).toEqual([stdin]);
  });

  it("keeps its place among files, and is read once", async () => {
    const cwd = tree({ "a.txt": "", "b.txt": "" });
    expect(await shown(["b.txt", "-", "a.txt", "-"], cwd)).toEqual(["b.txt", "stdin", "a.txt"]);
  });
});

describe("a file", () => {
  it("is taken whatever its extension, as it was named", async () => {
    const cwd = tree({ "notes.dump": "" });
    expect(await found(["./notes.dump"], cwd)).toEqual([
      {
        kind: "file",
        path: "./notes.dump",
        location: join(cwd, "notes.dump"),
        root: null,
        origin: "explicit",
      },
    ]);
  });

  it.each([
    "a[1].txt",
    "what?.txt",
    "{a,b}.txt",
    "*",
    "!x.txt",
    "(a|b).txt",
    "a b\n\x1b[31m.txt",
    " ",
    "é𝄞.txt",
  ])("is that file, though its name could be a pattern: %j", async (name) => {
    const cwd = tree({ [name]: "", "a1.txt": "", "a.txt": "" });
    expect(await shown([name], cwd)).toEqual([name]);
  });

  it("may be hidden, a symlink or in node_modules when it is named", async () => {
    const cwd = tree({ ".hidden.txt": "", "node_modules/a.txt": "" });
    symlinkSync(".hidden.txt", join(cwd, "link.txt"));
    const names = [".hidden.txt", "link.txt", "node_modules/a.txt"];
    expect(await shown(names, cwd)).toEqual(names);
  });

  it("that is not there is an error, and the others follow", async () => {
    const cwd = tree({ "a.txt": "" });
    expect(await shown(["b.txt", "", "a.txt/c.txt", "a.txt"], cwd)).toEqual([
      "b.txt: not-found",
      ": not-found",
      "a.txt/c.txt: not-found",
      "a.txt",
    ]);
  });

  it("whose name the system does not take is an error with the system's code", async () => {
    const name = "n".repeat(5000);
    expect(await found([name], "/")).toMatchObject([
      { problem: { kind: "unreadable", code: "ENAMETOOLONG" } },
    ]);
  });
});

describe("a directory", () => {
  it("gives the files of known formats below it, with where they were found", async () => {
    const cwd = tree({
      "crawl/a.txt": "",
      "crawl/b.TXT": "",
      "crawl/c/d.text.gz": "",
      "crawl/e.png": "",
      "crawl/txt": "",
    });
    expect(await shown(["crawl"], cwd)).toEqual(["crawl/a.txt", "crawl/b.TXT", "crawl/c/d.text.gz"]);
    expect((await found(["crawl/"], cwd)).at(-1)).toEqual({
      kind: "file",
      path: "crawl/c/d.text.gz",
      location: join(cwd, "crawl/c/d.text.gz"),
      root: "crawl/",
      origin: "directory",
    });
    expect(await shown(["."], join(cwd, "crawl/c"))).toEqual(["./d.text.gz"]);
  });

  it("leaves out hidden files, node_modules and symlinks", async () => {
    const cwd = tree({
      "d/a.txt": "",
      "d/.b.txt": "",
      "d/.git/c.txt": "",
      "d/node_modules/x/d.txt": "",
      "e/f.txt": "",
    });
    symlinkSync("a.txt", join(cwd, "d/link.txt"));
    symlinkSync("../e", join(cwd, "d/e"));
    symlinkSync("..", join(cwd, "d/up"));
    mkdirSync(join(cwd, "d/folder.txt"));
    expect(await shown(["d"], cwd)).toEqual(["d/a.txt"]);
  });

  it("that was itself named may be any of these", async () => {
    const cwd = tree({ ".d/a.txt": "", "node_modules/b.txt": "" });
    symlinkSync(".d", join(cwd, "link"));
    expect(await shown(["link", ".d", "node_modules"], cwd)).toEqual([
      "link/a.txt",
      ".d/a.txt",
      "node_modules/b.txt",
    ]);
  });

  it("has its files in code-unit order of their whole paths", async () => {
    const name = fc.stringMatching(/^[a0\-.~B/é\u{1f600}]{1,8}$/u);
    const names = fc.uniqueArray(
      name.map((part) => `x${part.replace(/\/+/g, "/x").replace(/\/x$/, "")}.txt`),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(names, async (paths) => {
        const distinct = paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
        const cwd = tree(Object.fromEntries(distinct.map((path) => [`d/${path}`, ""])));
        const expected =
          distinct.length === 0 ? ["d: not-found"] : distinct.map((path) => `d/${path}`).sort();
        expect(await shown(["d"], cwd)).toEqual(expected);
      }),
      {
        numRuns: 50,
        examples: [[["a.txt", "a/b.txt", "a-b.txt", "a0.txt", "a.b/c.txt", "ab/c.txt", "a~.txt"]]],
      },
    );
  });

  it("without such files is an error, and the others follow", async () => {
    const cwd = tree({ "d/a.png": "", "e.txt": "" });
    mkdirSync(join(cwd, "empty"));
    expect(await shown(["d", "empty", "e.txt"], cwd)).toEqual(["d: no-match", "empty: no-match", "e.txt"]);
  });

  it("that cannot be listed is an error, and the rest of the tree follows", async () => {
    const cwd = tree({ "d/a.txt": "", "d/locked/b.txt": "", "d/z.txt": "" });
    Object.assign(failure, { folder: "locked", code: "EACCES" });
    const inputs = await found(["d"], cwd);
    expect(inputs.map(({ path }) => path)).toEqual(["d/a.txt", "d/locked/", "d/z.txt"]);
    expect(inputs[1]).toMatchObject({ problem: { kind: "unreadable", code: "EACCES" } });
    expect(await shown(["d/locked"], cwd)).toEqual(["d/locked/: unreadable"]);
  });

  it("is listed only when its turn comes", async () => {
    const cwd = tree({ "d/a.txt": "" });
    const inputs = discover(["d", "later"], { cwd });
    await inputs.next();
    mkdirSync(join(cwd, "later"));
    expect((await inputs.next()).value).toMatchObject({ problem: { kind: "no-match" } });
  });
});

describe("a pattern", () => {
  it("gives the files that match in code-unit order, whatever their extension", async () => {
    const cwd = tree({ "a/b.txt": "", "a.txt": "", "a-b.txt": "", "a0.png": "", "B/c/d.txt": "" });
    expect(await shown(["**"], cwd)).toEqual(["B/c/d.txt", "a-b.txt", "a.txt", "a/b.txt", "a0.png"]);
    expect(await shown(["*.txt"], cwd)).toEqual(["a-b.txt", "a.txt"]);
    expect(await shown(["{a,B}/**/*.txt"], cwd)).toEqual(["B/c/d.txt", "a/b.txt"]);
  });

  it.each([
    ["crawl/20??/*.txt", "crawl"],
    ["*/*/a.txt", "."],
    ["crawl/2024/[a-c].txt", "crawl/2024"],
    ["./crawl/{2024,2025}/a.txt", "./crawl"],
  ])("%s is rooted in %s", async (pattern, root) => {
    const cwd = tree({ "crawl/2024/a.txt": "" });
    expect(await found([pattern], cwd)).toMatchObject([
      { location: join(cwd, "crawl/2024/a.txt"), root, origin: "glob" },
    ]);
  });

  it.each([
    ["20??/?.txt", ["2024/a.txt"]],
    ["?024/[?a].txt", ["2024/a.txt"]],
    ["{20?4,x}/@(?.txt)", ["2024/a.txt"]],
    ["2024?a.txt", []],
    ["?d/a.txt", []],
    ["2024\\?/a.txt", []],
    ["20?(2)4/a.txt", ["2024/a.txt"]],
  ])("takes ? for one character of a name, in folders too: %s", async (pattern, paths) => {
    const cwd = tree({ "2024/a.txt": "", ".d/a.txt": "" });
    expect(await shown([pattern], cwd)).toEqual(paths.length > 0 ? paths : [`${pattern}: no-match`]);
  });

  it("may be absolute or lead upwards", async () => {
    const cwd = tree({ "a/b.txt": "", "c/d.txt": "" });
    expect(await shown([`${cwd}/*/b.txt`, "../c/*"], join(cwd, "a"))).toEqual([
      `${cwd}/a/b.txt`,
      "../c/d.txt",
    ]);
  });

  it("leaves out hidden files, node_modules and symlinks that it does not name", async () => {
    const cwd = tree({ "a.txt": "", ".b.txt": "", ".d/c.txt": "", "node_modules/d.txt": "" });
    symlinkSync("a.txt", join(cwd, "link.txt"));
    symlinkSync(".", join(cwd, "loop"));
    expect(await shown(["**/*.txt"], cwd)).toEqual(["a.txt"]);
    expect(await shown([".d/*.txt", "node_modules/*"], cwd)).toEqual([".d/c.txt", "node_modules/d.txt"]);
  });

  it("that matches nothing, or cannot be one, is an error, and the others follow", async () => {
    const cwd = tree({ "a.txt": "" });
    const wide = "{1..100000}.txt";
    const long = `*${"a".repeat(70_000)}`;
    expect(await shown(["*.md", wide, "[z-a]*", "a.txt"], cwd)).toEqual([
      "*.md: no-match",
      `${wide}: no-match`,
      "[z-a]*: no-match",
      "a.txt",
    ]);
    expect(await shown([long], cwd)).toEqual([`${long}: no-match`]);
  });

  it("tells the folders that it could not look into", async () => {
    const cwd = tree({ "a.txt": "", "locked/b.txt": "", "z/c.txt": "" });
    Object.assign(failure, { folder: "locked", code: "EACCES" });
    const inputs = await found(["**/*.txt"], cwd);
    expect(inputs).toMatchObject([
      { path: "a.txt" },
      { path: "z/c.txt" },
      { path: expect.stringContaining("locked"), problem: { kind: "unreadable", code: "EACCES" } },
    ]);
  });
});

it("gives a file once, where it is first named", async () => {
  const cwd = tree({ "d/a.txt": "", "d/b.txt": "", "d/c.txt": "" });
  expect(await shown(["d/b.txt", "./d/b.txt", "d", `${cwd}/d/c.txt`, "d/*"], cwd)).toEqual([
    "d/b.txt",
    "d/a.txt",
    "d/c.txt",
  ]);
  expect(await shown(["d", "d"], cwd)).toHaveLength(3);
});
