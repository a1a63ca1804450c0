import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { root } from '../e2e/support/start-server'
import { generate } from '../lib/core/generation/rules/generate'
import type { Row } from './table'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const CONTENT = ['the-foreign-policy-of-kyrgyzstan', 'how-memory-works']
// Code is compiled as it runs: a short text is made as often as this many words take, and its best time counts.
const WORDS_IN_ALL = 100_000

/** The engine beside one pass of its tagger over the same text; a ratio that grows with the text is a quadratic one. */
export function benchGeneration(): Row[] {
  return SIZES.map((words) => {
    const text = textOf(words)
    const times = Math.max(1, WORDS_IN_ALL / words)
    const yardstick = best(times, () => tagOnce(text))
    let parts = 0
    let made = generate({ title: null, text: '', format: 'md' })
    const ours = best(times, () => {
      parts = 0
      made = generate({ title: null, text, format: 'md' }, undefined, () => {
        parts += 1
      })
    })
    return {
      name: `generate from ${words.toLocaleString('en')} words (${made.items.length} items in ${parts} parts)`,
      ours: `${inSeconds(ours)}, at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB so far`,
      yardstick: `${inSeconds(yardstick)}, one pass of the tagger`,
      ratio: ours / yardstick,
    }
  })
}

const tagger = winkNLP(model, ['pos'])

/** What the engine asks of the tagger: each word with its tag and lemma. */
function tagOnce(text: string): void {
  const { its } = tagger
  for (const block of text.split('\n')) {
    const tokens = tagger.readDoc(block).tokens()
    for (const what of [its.value, its.pos, its.lemma]) tokens.out(what as typeof its.value)
  }
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

function best(times: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < times; run += 1) {
    const since = performance.now()
    work()
    least = Math.min(least, performance.now() - since)
  }
  return least
}

const inSeconds = (milliseconds: number) => `${(milliseconds / 1000).toPrecision(2)} s`
