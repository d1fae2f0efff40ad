/** A worker that gives back each document's text, and ends at those whose names say so. */
export default async function batch(jobs) {
  const texts = jobs.map(({ document: { path, text } }) => {
    if (path.startsWith("exit")) process.exit(7);
    if (path.startsWith("throw"))
      setImmediate(() => {
        throw new Error("adrift");
      });
    return text;
  });
  // What was thrown above comes first.
  await new Promise((resolve) => setTimeout(resolve, 5));
  return jobs.map(({ document: { path } }, i) => {
    const record = new TextEncoder().encode(texts[i]);
    return [{ kind: "record", record, path, contained: false, bytes: 0, confidence: 1, held: [] }];
  });
}
