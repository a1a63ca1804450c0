import { hashText } from '../document/hash-text'

// 80 bits: no collision in any document a person could write.
const KEY_LENGTH = 20

/** A key made of content alone: the same parts give the same key on any machine. */
export function contentKey(...parts: readonly string[]): string {
  return hashText(parts.map(normal).join('\u0000')).slice(0, KEY_LENGTH)
}

const normal = (part: string): string =>
  isNormal(part) ? part.toLowerCase() : part.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** Plain letters and marks with single spaces between them, as most text is: this test takes a tenth of the time. */
const isNormal = (part: string): boolean => !/[^\u0020-\u007E]|^ | $| {2}/.test(part)
