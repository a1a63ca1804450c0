import { hashText } from '../document/hash-text'

// 80 bits: no collision in any document a person could write.
const KEY_LENGTH = 20

/** A key made of content alone: the same parts give the same key on any machine. */
export function contentKey(...parts: readonly string[]): string {
  return hashText(parts.map(normal).join('\u0000')).slice(0, KEY_LENGTH)
}

// Most spaces are single already, and most text is plain: only the rest is rewritten.
const normal = (part: string): string =>
  (isPlain(part) ? part : part.normalize('NFKC'))
    .toLowerCase()
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()

const isPlain = (part: string): boolean => /^[\u0020-\u007E\n]*$/.test(part)
