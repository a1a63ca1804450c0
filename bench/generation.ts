import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { root } from '../e2e/support/start-server'
import { generate } from '../lib/core/item/generate'
import type { Row } from './table'

const SIZES = [1_000, 10_000, 100_000]
const CONTENT = ['the-foreign-policy-of-kyrgyzstan', 'how-memory-works']

/** The engine beside one pass of its tagger over the same text; a ratio that grows with the text is a quadratic one. */
export function benchGeneration(): Row[] {
  const tagger = winkNLP(model, ['pos'])
  generate({ title: null, text: textOf(500), format: 'md' })
  return SIZES.map((words) => {
    const text = textOf(words)
    const yardstick = timed(() => {
      for (const block of text.split('\n')) tagger.readDoc(block).tokens().out(tagger.its.pos)
    })
    let items = 0
    const ours = timed(() => {
      items = generate({ title: null, text, format: 'md' }).items.length
    })
    return {
      name: `generate from ${words.toLocaleString('en')} words (${items} items)`,
      ours: `${(ours / 1000).toFixed(2)} s`,
      yardstick: `${(yardstick / 1000).toFixed(2)} s, one pass of the tagger`,
      ratio: ours / yardstick,
    }
  })
}

/** The shipped documents over and over, each time with other names and numbers: no copy states the same facts. */
function textOf(words: number): string {
  const sources = CONTENT.map((slug) => bodyOf(readFileSync(join(root, 'content', `${slug}.md`), 'utf8')))
  const out: string[] = []
  let count = 0
  for (let copy = 0; count < words; copy += 1) {
    for (const line of (sources[copy % sources.length] ?? '').split('\n')) {
      if (count >= words) break
      out.push(copy < sources.length ? line : renamed(line, copy))
      count += line.split(/\s+/).filter(Boolean).length
    }
  }
  return out.join('\n')
}

const bodyOf = (file: string) => file.replace(/^---\n[\s\S]*?\n---\n/, '')

function renamed(line: string, copy: number): string {
  const suffix = String.fromCharCode(97 + (copy % 26), 97 + (Math.floor(copy / 26) % 26))
  return line
    .replace(/\d+/g, (number) => String(Number(number) + copy))
    .replace(/(?<=[a-z,] )\p{Lu}\p{L}+/gu, (name) => name + suffix)
}

function timed(work: () => void): number {
  const since = performance.now()
  work()
  return performance.now() - since
}
