/** List marks at the start of a line. */

/**
 * A bullet with a space behind it. The hyphen is one, the dash is not: dialogue starts with dashes. The lone letter `o`
 * is what text browsers print for the second level.
 */
const BULLET = /^(?:[*+•·‣▪▫◦●○■□◆◇►▸▹➤➢✓✔✅→-]|o(?= [A-Z]))\s+(?=\S)/u;

export interface Bulleted {
  readonly text: string;
  readonly bulleted: boolean;
}

export function stripBullet(text: string): Bulleted {
  const code = text.charCodeAt(0);
  // Letters and digits start most lines; `o` is the only letter that can be a bullet.
  if (code !== 111 && ((code >= 48 && code <= 57) || (code >= 65 && code <= 122)))
    return { text, bulleted: false };
  const bullet = BULLET.exec(text);
  return bullet === null ? { text, bulleted: false } : { text: text.slice(bullet[0].length), bulleted: true };
}
