import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const SLUGS = ['the-foreign-policy-of-kyrgyzstan', 'how-memory-works']
const FRONT_MATTER = /^---\n.*?\n---\n/s

/**
 * A Markdown text of so many words: the shipped documents over and over, each time with other names and numbers, so that
 * no copy states the facts of another.
 */
export function longText(words: number): string {
  const sources = SLUGS.map((slug) =>
    readFileSync(join(import.meta.dirname, '../content', `${slug}.md`), 'utf8').replace(FRONT_MATTER, ''),
  )
  const lines: string[] = []
  let count = 0
  for (let copy = 0; count < words; copy += 1) {
    for (const line of (sources[copy % sources.length] ?? '').split('\n')) {
      if (count >= words) break
      lines.push(copy < sources.length ? line : renamed(line, copy))
      count += line.split(/\s+/).filter(Boolean).length
    }
  }
  return lines.join('\n').trim()
}

/** Names after a small letter or a comma get an ending of the copy's own; first words of sentences stay. */
function renamed(line: string, copy: number): string {
  const ending = String.fromCharCode(97 + (copy % 26), 97 + (Math.floor(copy / 26) % 26))
  return line
    .replace(/\d+/g, (number) => String(Number(number) + copy))
    .replace(/(?<=[a-z,] )\p{Lu}\p{L}+/gu, (name) => name + ending)
}
