/** Addresses as pages write them. */

/** The whole address; null for what is none, or is relative to nobody knows what. */
export function absoluteAddress(written: string, base: string | null): string | null {
  const trimmed = written.trim();
  if (trimmed === "") return null;
  try {
    return new URL(trimmed, base ?? undefined).href;
  } catch {
    return null;
  }
}
